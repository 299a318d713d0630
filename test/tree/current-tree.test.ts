import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifestFile } from '../../src/model/tree-manifest.ts';
import { whyStale } from '../../src/tree/current-tree.ts';
import { temporaryFolder } from '../write/folders.ts';
import { pretendTree, release } from './pretend-headers.ts';

test('a tree that is whole and made of these headers need not be made again', async () => {
  const { headers, tree } = await pretendTree(temporaryFolder());
  expect(await whyStale(tree, { headers, release })).toBe(null);
});

test('one of other headers, of another release, or none at all, is made anew', async () => {
  const { headers, tree } = await pretendTree(temporaryFolder());
  const others = 'it was made of other headers';
  expect(await whyStale(tree, { headers: '/usr/src/other', release })).toBe(others);
  expect(await whyStale(tree, { headers, release: '7.3.5+deb13-amd64' })).toBe(others);
  expect(await whyStale(`${tree}x`, { headers, release })).toBe('');
});

type Change = (paths: { headers: string; tree: string }) => void;

test.each<[string, Change, RegExp]>([
  [
    'its headers were updated',
    ({ headers }) => writeFileSync(join(headers, '.config'), 'CONFIG_RUST=y\n# new\n'),
    /^\.config of .* changed since$/,
  ],
  [
    'the kernel exports other names',
    ({ headers }) => writeFileSync(join(headers, 'Module.symvers'), ''),
    /^Module\.symvers of /,
  ],
  [
    'a crate was altered',
    ({ tree }) => writeFileSync(join(tree, 'rust/libkernel.rmeta'), 'kernEl'),
    /libkernel\.rmeta/,
  ],
  ['a crate is gone', ({ tree }) => rmSync(join(tree, 'rust/libcore.rmeta')), /^rust\/libcore\.rmeta in it is damaged/],
  [
    'a link is in the place of a source file',
    ({ tree }) => {
      rmSync(join(tree, 'rust/kernel/bug.rs'));
      symlinkSync('/etc/passwd', join(tree, 'rust/kernel/bug.rs'));
    },
    /^rust\/kernel\/bug\.rs in it is damaged/,
  ],
  ['its manifest is damaged', ({ tree }) => writeFileSync(join(tree, manifestFile), '{}'), /is damaged$/],
  [
    'its manifest is a named pipe',
    ({ tree }) => {
      rmSync(join(tree, manifestFile));
      execFileSync('mkfifo', [join(tree, manifestFile)]);
    },
    /is damaged$/,
  ],
  [
    'it is without the sources that later versions keep',
    ({ tree }) => {
      const file = join(tree, manifestFile);
      writeFileSync(file, readFileSync(file, 'utf8').replace('"format": 2', '"format": 1'));
    },
    /older version/,
  ],
])('a tree is made anew where %s, and that is said', async (_what, change, words) => {
  const paths = await pretendTree(temporaryFolder());
  change(paths);
  expect(await whyStale(paths.tree, { headers: paths.headers, release })).toMatch(words);
});

test('headers with something else in the place of a file are said, and not waited for', async () => {
  const { headers, tree } = await pretendTree(temporaryFolder());
  rmSync(join(headers, 'Module.symvers'));
  execFileSync('mkfifo', [join(headers, 'Module.symvers')]);
  await expect(whyStale(tree, { headers, release })).rejects.toThrow(/Module\.symvers" is not an ordinary file/);
  rmSync(headers, { recursive: true });
  await expect(whyStale(tree, { headers, release })).rejects.toMatchObject({ code: 'ENOENT' });
});
