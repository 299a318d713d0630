import { expect } from 'vitest';
import { labCase } from '../case.ts';
import { debianRoot } from '../debian.ts';
import { hasRustup } from '../machine.ts';
import { fork } from '../root.ts';
import { run, succeed } from '../run.ts';
import { start } from '../start.ts';

labCase('a bare root has Node, npm, git and rustup’s rustc first on PATH, and no compiler of its own', async () => {
  const root = await debianRoot({ suite: 'bookworm' });
  await succeed(root, ['sh', '-c', 'node --version && npm --version && git --version']);
  const { stdout } = await run(root, ['sh', '-c', 'command -v rustc gcc make']);
  expect(stdout).toBe(hasRustup() ? '/root/.cargo/bin/rustc\n' : '');
  expect((await succeed(root, ['cat', '/proc/self/status'], { user: 'lab' })).stdout).toMatch(/^Uid:\s+1000\s/m);
});

labCase('a root never sees what was done in another one, unless it was forked from it', async () => {
  const root = await debianRoot({ suite: 'bookworm' });
  await succeed(root, ['touch', '/root/trace']);
  expect((await run(await debianRoot({ suite: 'bookworm' }), ['test', '-e', '/root/trace'])).exitCode).toBe(1);
  expect((await run(await fork(root), ['test', '-e', '/root/trace'])).exitCode).toBe(0);
});

labCase('Ctrl-C typed at a terminal reaches the program, and what it leaves running is named', async () => {
  const root = await debianRoot({ suite: 'bookworm' });
  // In a subshell, since a shell that is interrupted between two commands starts the second one all the same.
  const lines = 'setsid --fork sleep 77; (echo ready; exec sleep 88); exit $?';
  const running = await start(root, ['sh', '-c', lines], { terminal: true });
  await running.waitFor('ready');
  running.type('\x03');
  const { exitCode, left } = await running.finished;
  expect(exitCode).toBe(130);
  expect(left).toEqual(['sleep']);
});

labCase('a command that takes too long is killed with everything it started', async () => {
  const root = await debianRoot({ suite: 'bookworm' });
  const { exitCode, seconds } = await run(root, ['sh', '-c', 'sleep 99 & sleep 99'], { seconds: 1 });
  expect(exitCode).toBeNull();
  expect(seconds).toBeLessThan(5);
});
