import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { pretendMachine } from '../pretend-machine.ts';
import { isRunning } from '../running.ts';

const cli = join(import.meta.dirname, '../../../dist/cli.js');

/** Mounts a file system of which nobody ever answers a question. */
function mountSilence(folder: string): boolean {
  let device: number;
  try {
    device = openSync('/dev/fuse', 'r+');
  } catch {
    return false;
  }
  const options = 'fd=3,rootmode=40000,user_id=0,group_id=0';
  const { status } = spawnSync('mount', ['-i', '-t', 'fuse', '-o', options, 'silence', folder], {
    stdio: ['ignore', 'ignore', 'ignore', device],
  });
  onTestFinished(() => {
    closeSync(device);
    spawnSync('umount', ['-l', folder]);
  });
  return status === 0;
}

test('a file system that does not answer ends the probe soon after its limit, in a sentence, with its tools', async ({
  skip,
}) => {
  const machine = pretendMachine();
  const folder = machine.folder('silent');
  machine.script('make', `exec ${machine.sleeper} 60`);
  if (!mountSilence(folder)) {
    const reason = 'NOT TESTED: a file system that does not answer needs /dev/fuse and the right to mount.';
    console.warn(reason);
    return skip(reason);
  }
  const started = performance.now();
  const probe = spawn(process.execPath, [cli, 'probe', '--timeout', '1', '--kdir', folder], {
    env: machine.env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: Buffer[] = [];
  probe.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  await once(probe, 'close');
  expect(performance.now() - started).toBeLessThan(6000);
  expect(Buffer.concat(said).toString()).toContain('a file system did not answer within 1 s');
  // Both are killed at one time, and either may be gone first.
  await sleep(200);
  expect(isRunning(machine.sleeper)).toBe(false);
});
