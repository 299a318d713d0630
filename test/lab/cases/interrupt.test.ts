import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { labCase } from '../case.ts';
import { debianRoot } from '../debian.ts';
import { listFiles } from '../files.ts';
import { builtHello, commandLine, make, scaffold } from '../product.ts';
import type { Root } from '../root.ts';
import { expectStatus, succeed } from '../run.ts';
import { type Result, start } from '../start.ts';
import { bookworm, bookwormReady } from '../systems.ts';

/** Presses Ctrl-C a while after a program has said something. */
async function interrupt(root: Root, argv: string[], said: string | RegExp, afterMs = 0): Promise<Result> {
  const running = await start(root, argv, { terminal: true });
  await running.waitFor(said);
  await sleep(afterMs);
  running.type('\x03');
  const result = await running.finished;
  expect(result.exitCode).not.toBe(0);
  expect(result.left).toEqual([]);
  return result;
}

labCase('Ctrl-C at a prompt ends without a word of its own and writes nothing', async () => {
  const root = await debianRoot(bookworm);
  const { exitCode, output } = await interrupt(root, commandLine('new', 'hello'), '?', 500);
  expect(exitCode).toBe(130);
  expect(output).not.toMatch(/Error|report it/);
  expect(
    (await listFiles(root, '/root')).filter((path) => !/^\.(npm|cargo|rustup)\//.test(path) && !/^\.\w+$/.test(path)),
  ).toEqual([]);
});

labCase('Ctrl-C in set-up stops apt, and the next set-up works', async () => {
  const root = await debianRoot(bookworm);
  await interrupt(root, commandLine('setup', '--yes'), /Get:|Hit:/);
  expect((await succeed(root, ['dpkg', '--audit'])).stdout).toBe('');
  await succeed(root, ['apt-get', 'update']);
});

labCase('Ctrl-C while core is built leaves nothing running and no half entry, and the next build works', async () => {
  const root = await debianRoot(bookwormReady);
  await scaffold(root, 'hello');
  await interrupt(root, commandLine('new', 'hello', '--yes', '--build'), 'core and alloc', 3000);
  expect((await listFiles(root, '/root/.cache')).filter((path) => path.endsWith('.rlib'))).toEqual([]);
  expectStatus(await make(root, '/root/hello'), 0);
});

for (const [how, argv] of [
  ['make boot', ['make', '-C', '/root/hello', 'boot']],
  ['new --boot', commandLine('new', 'hello', '--flavour', 'freestanding', '--yes', '--boot')],
] as const) {
  labCase(`Ctrl-C in ${how} leaves no QEMU running and no temporary files`, async () => {
    const root = await builtHello();
    await interrupt(root, [...argv], 'Booting Linux', 2000);
    expect(await listFiles(root, '/tmp')).toEqual([]);
  });
}
