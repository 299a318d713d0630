import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { layTree } from '../../../src/tree/lay/lay.ts';
import { snapshot, temporaryFolder } from '../../write/folders.ts';
import { originOf, pretendBuild, pretendHeaders } from '../pretend-headers.ts';

const nobody = 65534;

// Root sees no permissions. Each test file has a process of its own, which may give up its rights for good.
beforeAll(() => {
  if (process.getuid?.() !== 0) return;
  process.setgid?.(nobody);
  process.setuid?.(nobody);
});

test('a place that may not be written is refused, and left as it was', async () => {
  const folder = temporaryFolder();
  const origin = await originOf(pretendHeaders(join(folder, 'usr')));
  const built = pretendBuild(join(folder, 'build'));
  const closed = join(folder, 'closed');
  mkdirSync(closed, { mode: 0o555 });
  const error = { name: 'Failure', code: 'folder.not-writable' };
  await expect(layTree(built, join(closed, 'tree'), origin)).rejects.toMatchObject(error);
  expect(snapshot(closed)).toEqual({});
});
