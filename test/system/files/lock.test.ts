import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'rolldown';
import { expect, onTestFinished, test, vi } from 'vitest';
import { takeLock } from '../../../src/system/files/lock.ts';
import { temporaryFolder } from '../../write/folders.ts';

const lock = join(import.meta.dirname, '../../../src/system/files/lock.ts');

test('a lock is held by one at a time, and its file is left as it is', async () => {
  const file = join(temporaryFolder(), 'log');
  writeFileSync(file, 'what was said');
  const release = await takeLock(file, 'busy');
  await expect(takeLock(file, 'Another one is at it.')).rejects.toThrow('Another one is at it.');
  release();
  await vi.waitFor(async () => (await takeLock(file, 'busy'))());
  expect(readFileSync(file, 'utf8')).toBe('what was said');
});

test('a lock ends with the process that took it, though that was killed', async () => {
  const file = join(temporaryFolder(), 'log');
  const program = join(dirname(file), 'holder.mjs');
  const entry = join(dirname(file), 'holder.ts');
  writeFileSync(entry, `import { takeLock } from '${lock}'; await takeLock('${file}', 'busy'); console.log('held');`);
  await build({ input: entry, platform: 'node', output: { file: program, format: 'esm' }, logLevel: 'silent' });
  const holder = spawn(process.execPath, [program]);
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  await expect(takeLock(file, 'busy')).rejects.toThrow('busy');
  holder.kill('SIGKILL');
  await vi.waitFor(async () => (await takeLock(file, 'busy'))());
});

test('a file that cannot be locked is said', async () => {
  await expect(takeLock('/no/such/folder/log', 'busy')).rejects.toThrow(/\/no\/such\/folder\/log cannot be locked/);
});

test('a machine without flock is told so', async () => {
  vi.stubEnv('PATH', '/nowhere');
  await expect(takeLock('/tmp', 'busy')).rejects.toThrow(/flock of util-linux: .*ENOENT/);
  vi.unstubAllEnvs();
});
