import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { Failure } from '../../../src/model/failure.ts';
import { allOrNothing } from '../../../src/system/files/undo.ts';
import { temporaryFolder } from '../../write/folders.ts';

test('steps are taken back from the latest to the first when the work throws', async () => {
  const taken: number[] = [];
  const work = allOrNothing((undo) => {
    for (const step of [1, 2, 3]) undo.add(() => void taken.push(step));
    throw new Error('half-way');
  });
  await expect(work).rejects.toThrow('half-way');
  expect(taken).toEqual([3, 2, 1]);
});

test('nothing is taken back when the work succeeds, and nobody listens for signals any more', async () => {
  const before = process.listenerCount('SIGINT');
  const step = vi.fn();
  await allOrNothing((undo) => undo.add(step));
  expect(step).not.toHaveBeenCalled();
  expect(process.listenerCount('SIGINT')).toBe(before);
});

test('where somebody else handles the signal, the work is taken back and reported as failed', async () => {
  const heard = vi.fn();
  process.on('SIGTERM', heard);
  onTestFinished(() => void process.off('SIGTERM', heard));
  const step = vi.fn();
  const work = allOrNothing((undo) => {
    undo.add(step);
    process.kill(process.pid, 'SIGTERM');
  });
  await expect(work).rejects.toThrow(Failure);
  expect(step).toHaveBeenCalledOnce();
  expect(heard).toHaveBeenCalledOnce();
});

describe.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s in the middle', (signal) => {
  test('takes everything back and ends the process as that signal does', async () => {
    const folder = temporaryFolder();
    const trace = join(folder, 'trace');
    const entry = join(folder, 'entry.mjs');
    const source = fileURLToPath(new URL('../../../src/system/files/undo.ts', import.meta.url));
    writeFileSync(
      entry,
      `import { rmSync, writeFileSync, writeSync } from 'node:fs';
       import { allOrNothing } from ${JSON.stringify(source)};
       await allOrNothing((undo) => {
         writeFileSync(${JSON.stringify(trace)}, '');
         undo.add(() => rmSync(${JSON.stringify(trace)}));
         writeSync(1, 'half-way');
         Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
       });
       writeSync(1, 'went on');`,
    );
    const bundle = join(folder, 'bundle.mjs');
    await build({ input: entry, platform: 'node', output: { file: bundle }, logLevel: 'silent' });
    const child = spawn(process.execPath, [bundle], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (data: Buffer) => {
      said += data;
      expect(existsSync(trace)).toBe(true);
      child.kill(signal);
    });
    const ended = await new Promise((resolve) => child.on('close', (_code, reason) => resolve(reason)));
    expect(ended).toBe(signal);
    expect(said).toBe('half-way');
    expect(existsSync(trace)).toBe(false);
  });
});
