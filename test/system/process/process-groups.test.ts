import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'rolldown';
import { expect, test } from 'vitest';
import { guardProcessGroups } from '../../../src/system/process/process-groups.ts';
import { pretendMachine } from '../../observe/pretend-machine.ts';
import { isRunning } from '../../observe/running.ts';

const sources = join(import.meta.dirname, '../../../src');

/** A program that looks at the machine its environment describes, as one file that node can run. */
async function bundledProbe(machine: ReturnType<typeof pretendMachine>): Promise<string> {
  const entry = machine.file(
    'probe.ts',
    `import { observe } from '${sources}/observe/observe.ts';
     import { architectures } from '${sources}/knowledge/architectures/architectures.ts';
     await observe({ env: process.env, arch: architectures[0], goals: [], timeoutMs: 30_000, packages: [] });
     console.log('observed');`,
  );
  const file = join(machine.root, 'probe.mjs');
  await build({ input: entry, platform: 'node', output: { file, format: 'esm' }, logLevel: 'silent' });
  return file;
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const)(
  'a probe that is ended by %s takes its commands along',
  async (signal) => {
    const machine = pretendMachine();
    machine.script(
      'make',
      `${machine.sleeper} 30 &`,
      `/usr/bin/setsid ${machine.sleeper} 30 &`,
      `${machine.sleeper} 30`,
    );
    const probe = spawn(process.execPath, [await bundledProbe(machine)], {
      env: { PATH: machine.bin, HOME: machine.root },
      stdio: 'ignore',
    });
    while (!isRunning(machine.sleeper)) await sleep(10);
    probe.kill(signal);
    const [, endedBy] = await once(probe, 'exit');
    expect(endedBy).toBe(signal);
    await sleep(50);
    expect(isRunning(machine.sleeper)).toBe(false);
  },
);

test('nothing is left listening for signals once the groups are released', () => {
  const listening = () =>
    ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'exit'].map((event) => process.listenerCount(event));
  const before = listening();
  const groups = guardProcessGroups();
  expect(listening()).toEqual(before.map((count) => count + 1));
  groups.release();
  expect(listening()).toEqual(before);
});

test('a group that has already ended is no error', () => {
  const groups = guardProcessGroups();
  expect(() => groups.end(2 ** 22 + 1)).not.toThrow();
  groups.release();
});
