import { expect } from 'vitest';
import { recordCell } from './cells.ts';
import { writeFile } from './files.ts';
import { commandLine, expectBooted, make } from './product.ts';
import type { Root } from './root.ts';
import { expectStatus, succeed } from './run.ts';
import { say } from './say.ts';
import { start } from './start.ts';

/** What set-up for another architecture leaves alone: the architectures of dpkg and of apt's lists, and the kernel trees. */
async function ownSystem(root: Root): Promise<string[]> {
  const looks = [
    'dpkg --print-architecture; dpkg --print-foreign-architectures',
    'ls /var/lib/apt/lists | sed -n "s/.*_binary-//p" | sort --unique',
    'find /usr/src -printf "%p %s %l\\n" | sort',
  ];
  const seen = [];
  for (const look of looks) seen.push((await succeed(root, ['sh', '-c', look])).stdout);
  return seen;
}

/**
 * Scaffolds, sets up, builds and boots a freestanding `hello` by one command, and notes it as a cell. This machine's own
 * architecture must stay as it is.
 * @returns the release of the kernel that it was loaded in.
 */
export async function loadsByOneCommand(root: Root, architecture: string): Promise<string> {
  const before = await ownSystem(root);
  expect(before.slice(0, 2)).toEqual(['amd64\n', 'amd64_Packages\n']);
  const words = ['new', 'hello', ...choice(architecture), '--setup', '--build', '--boot', '--yes'];
  const running = await start(root, commandLine(...words), { seconds: 900 });
  const began = performance.now();
  const moment = (text: string) =>
    running.waitFor(text).then(
      () => (performance.now() - began) / 1000,
      () => null,
    );
  const [scaffolded, built, result] = await Promise.all([
    moment('Scaffolded hello.'),
    moment('Built hello/hello.ko'),
    running.finished,
  ]);
  const [, kernel] = /hello: boot OK: loaded and unloaded in Linux (\S+)/.exec(result.output) ?? [];
  const isLoaded = kernel !== undefined;
  recordCell({
    architecture,
    flavour: 'freestanding',
    kernel: kernel ?? 'unknown',
    buildSeconds: scaffolded && built && built - scaffolded,
    bootSeconds: isLoaded && built ? result.seconds - built : null,
    result: isLoaded ? 'loaded' : built ? 'NOT LOADED' : 'NOT BUILT',
  });
  await expectBooted(root, 'hello', result);
  say(`ready to build after ${scaffolded?.toFixed(0)} s, loaded after ${result.seconds.toFixed(0)} s`);
  expect(await ownSystem(root)).toEqual(before);
  return kernel ?? '';
}

function choice(architecture: string): string[] {
  return ['--flavour', 'freestanding', ...(architecture === 'x86_64' ? [] : ['--arch', architecture])];
}

/**
 * Builds the conformance module in a project of its own, sees that every area of it is right in the stock kernel, and that
 * a deliberate panic is reported as the BUG it is.
 */
export async function conforms(root: Root, architecture: string): Promise<{ built: number; booted: number }> {
  const folder = 'conformance';
  await succeed(root, commandLine('new', folder, ...choice(architecture), '--yes'));
  await succeed(root, ['cp', '-r', '/lab/repository/test/lab/conformance/src', folder]);
  const { seconds: built } = expectStatus(await make(root, folder), 0);
  const right = await expectBooted(root, folder, await make(root, folder, ['boot']));
  expect(right.output).toMatch(/conformance: all areas are right, token \w+/);

  await writeFile(root, `${folder}/scripts/boot.conf`, "parameters='panics=1'\n");
  const panic = await make(root, folder, ['boot']);
  expect(panic.exitCode).not.toBe(0);
  expect(panic.output).toMatch(/Rust panic: panicked at \S*src\/lib\.rs/);
  expect(panic.output).toContain('the len is 3 but the index is 7');
  expect(panic.output).toMatch(
    /boot FAILED: Rust panic: panicked at src\/lib\.rs:\d+:\d+: .*the len is 3 but the index is 7, during insmod/,
  );
  say(
    panic.output
      .split('\n')
      .filter((line) => /panic|BUG|FAILED/.test(line))
      .join('\n    '),
  );
  return { built, booted: right.seconds };
}
