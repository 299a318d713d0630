import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeLeftovers } from '../../src/kdir/leftovers.ts';
import { temporaryFolder } from '../writer/folders.ts';
import { writeFiles } from './pretend-headers.ts';

test('what a killed run left is removed: its work, and the trees that it was laying', async () => {
  const folder = temporaryFolder();
  const [work, trees] = [join(folder, 'work/7.3.4'), join(folder, 'trees')];
  writeFiles(folder, {
    'work/7.3.4/source/Makefile': '',
    'trees/.7.3.4-a1B2c3/new/rust/libcore.rmeta': '',
    'trees/.7.3.4-d4E5f6/old/Makefile': '',
  });
  await removeLeftovers({ work, tree: join(trees, '7.3.4') });
  expect([readdirSync(join(folder, 'work')), readdirSync(trees)]).toEqual([[], []]);
});

test('everything else stays: other trees, other releases’ and other people’s', async () => {
  const folder = temporaryFolder();
  const kept = ['.7.3.40-a1B2c3', '.7.3.4-dear', '.7.3.4-a1B2c3', '7.3.4', '7.2.1'];
  for (const name of kept) mkdirSync(join(folder, name, 'mine'), { recursive: true });
  await removeLeftovers({ work: join(folder, 'work'), tree: join(folder, '7.3.4') });
  expect(readdirSync(folder).sort()).toEqual(kept.sort());
});

test('there need not be any', async () => {
  const folder = join(temporaryFolder(), 'none');
  await expect(removeLeftovers({ work: join(folder, 'work'), tree: join(folder, 'tree') })).resolves.toBeUndefined();
});
