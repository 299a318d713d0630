import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isCurrent } from '../../src/kdir/current-tree.ts';
import { manifestFile } from '../../src/kdir/manifest.ts';
import { temporaryFolder } from '../writer/folders.ts';
import { pretendTree, release } from './pretend-headers.ts';

test('a tree that is whole and made of these headers need not be made again', async () => {
  const { headers, tree } = await pretendTree(temporaryFolder());
  expect(await isCurrent(tree, { headers, release })).toBe(true);
});

test('one of other headers, of another release, or none at all, is made anew', async () => {
  const { headers, tree } = await pretendTree(temporaryFolder());
  expect(await isCurrent(tree, { headers: '/usr/src/other', release })).toBe(false);
  expect(await isCurrent(tree, { headers, release: '7.3.5+deb13-amd64' })).toBe(false);
  expect(await isCurrent(`${tree}x`, { headers, release })).toBe(false);
});

test.each<[string, (paths: { headers: string; tree: string }) => void]>([
  ['its headers were updated', ({ headers }) => writeFileSync(join(headers, '.config'), 'CONFIG_RUST=y\n# new\n')],
  ['the kernel exports other names', ({ headers }) => writeFileSync(join(headers, 'Module.symvers'), '')],
  ['the headers are gone', ({ headers }) => rmSync(headers, { recursive: true })],
  ['a crate was altered', ({ tree }) => writeFileSync(join(tree, 'rust/libkernel.rmeta'), 'kernEl')],
  ['a crate is gone', ({ tree }) => rmSync(join(tree, 'rust/libcore.rmeta'))],
  ['its manifest is damaged', ({ tree }) => writeFileSync(join(tree, manifestFile), '{}')],
])('a tree is made anew where %s', async (_what, change) => {
  const paths = await pretendTree(temporaryFolder());
  change(paths);
  expect(await isCurrent(paths.tree, { headers: paths.headers, release })).toBe(false);
});
