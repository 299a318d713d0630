import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { Failure } from '../../src/model/failure.ts';
import { planWrite } from '../../src/write/plan.ts';
import { writeFiles } from '../../src/write/write.ts';
import { snapshot, temporaryFolder } from './folders.ts';

const nobody = 65534;
const files = new Map([
  ['Makefile', 'all:\n'],
  ['src/lib.rs', '\n'],
]);
const request = (destination: string) => ({ destination, files, marker: 'marker', owned: [], force: true });

// Root sees no permissions. Each test file has a process of its own, which may give up its rights for good.
beforeAll(() => {
  if (process.getuid?.() !== 0) return;
  process.setgid?.(nobody);
  process.setuid?.(nobody);
});

async function refusal(destination: string): Promise<string> {
  const error: unknown = await planWrite(request(destination)).then(
    (plan) => writeFiles(plan, files),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Failure);
  return (error as Failure).message;
}

test('a new folder in a folder that may not be written is refused in one sentence', async () => {
  const parent = temporaryFolder();
  chmodSync(parent, 0o555);
  expect(await refusal(join(parent, 'hello'))).toBe(
    `Cannot write to "${parent}": permission denied. Choose another folder.`,
  );
  expect(snapshot(parent)).toEqual({});
});

test('an existing folder that may not be written is refused', async () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o555);
  expect(await refusal(folder)).toContain('permission denied');
});

test('an existing folder that may not be read is refused', async () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o300);
  expect(await refusal(folder)).toContain('permission denied');
});

test('a file that may not be read is refused, since it cannot be compared', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'Makefile'), 'all;\n', { mode: 0o200 });
  expect(await refusal(folder)).toContain('Makefile');
});

test('a folder below that may not be written is found half-way, and everything is taken back', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'Makefile'), 'mine\n');
  mkdirSync(join(folder, 'src'), { mode: 0o555 });
  const before = snapshot(folder);
  const plan = await planWrite(request(folder));
  await expect(writeFiles(plan, files)).rejects.toThrow('permission denied');
  expect(snapshot(folder)).toEqual(before);
});

test('these tests do run without the rights of root', () => {
  expect(process.geteuid?.()).not.toBe(0);
  expect(() => chownSync(temporaryFolder(), 0, 0)).toThrow('EPERM');
});
