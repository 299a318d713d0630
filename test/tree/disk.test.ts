import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { megabytes, refuseFullDisk } from '../../src/tree/disk.ts';
import { temporaryFolder } from '../write/folders.ts';

/** Room left on the disk of a folder, in bytes. */
function left(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

test('folders that are not there yet count for the disk they will be on', async () => {
  const folder = join(temporaryFolder(), 'a/b/c');
  await expect(refuseFullDisk([{ folder, bytes: 1 }])).resolves.toBeUndefined();
  await expect(refuseFullDisk([{ folder, bytes: 1e15 }])).rejects.toThrow(
    /has \d+ MB left, and 1000000000 MB are needed/,
  );
});

test('what is wanted of one disk is added up', async () => {
  const folder = temporaryFolder();
  const most = left(folder) * 0.7;
  await expect(refuseFullDisk([{ folder, bytes: most }])).resolves.toBeUndefined();
  const both = ['work', 'tree'].map((name) => ({ folder: join(folder, name), bytes: most }));
  await expect(refuseFullDisk(both)).rejects.toThrow(/make room/);
});

test('sizes are rounded up', () => {
  expect(megabytes(165_000_001)).toBe('166 MB');
});
