import { expect } from 'vitest';
import { labCase } from '../case.ts';
import { debianRoot } from '../debian.ts';
import { commandLine, probe } from '../product.ts';
import { expectStatus, run, succeed } from '../run.ts';
import { say } from '../say.ts';
import { bookworm, bookwormOldRust } from '../systems.ts';

const packages = ['dpkg-query', '--show'];

labCase('an ordinary user without sudo is shown the commands, and nothing is installed', async () => {
  const root = await debianRoot(bookworm);
  const before = (await succeed(root, packages)).stdout;
  const { stderr } = expectStatus(await run(root, commandLine('setup', '--yes'), { user: 'lab' }), 1);
  say(stderr.trim().replaceAll('\n', '\n    '));
  expect(stderr).toMatch(/apt-get update/);
  expect(stderr).toMatch(/apt-get install .*rustc-web/);
  expect((await succeed(root, packages)).stdout).toBe(before);
});

labCase('an installed rustc that stands in the way is never removed by set-up; its way round works', async () => {
  const root = await debianRoot(bookwormOldRust);
  const before = (await succeed(root, packages)).stdout;
  const { stderr } = expectStatus(await run(root, commandLine('setup', '--yes')), 1);
  say(stderr.trim().replaceAll('\n', '\n    '));
  expect(stderr).toMatch(/conflict/);
  expect((await succeed(root, packages)).stdout).toBe(before);

  const { commands } = (await probe(root)).verdicts.freestanding.remedies[0] ?? { commands: [] };
  say(commands.join('\n    '));
  await succeed(root, ['sh', '-ec', commands.join('\n')], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
  expect((await probe(root)).verdicts.freestanding.status).toBe('ready');
});
