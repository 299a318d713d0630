import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeLock } from '../../../src/system/files/lock.ts';
import { removeLeftovers } from '../../../src/tree/lay/leftovers.ts';
import { whyNotOurs } from '../../../src/tree/lay/ours.ts';
import { snapshot, temporaryFolder } from '../../write/folders.ts';
import { pretendTree, release, writeFiles } from '../pretend-headers.ts';

/** What a run that was killed left in a folder of trees. */
function killed(trees: string, files: Record<string, string>): string {
  const folder = join(trees, `.${release}-a1B2c3`);
  writeFiles(folder, { 'kernel-rust-module': join(trees, release), ...files });
  return folder;
}

const remove = (trees: string) =>
  removeLeftovers({ work: join(trees, '../work', release), tree: join(trees, release) }, whyNotOurs);

test('what a killed run left is removed: its work, and the tree that it was laying', async () => {
  const folder = temporaryFolder();
  const trees = join(folder, 'trees');
  writeFiles(folder, { [`work/${release}/source/Makefile`]: '' });
  killed(trees, { 'new/rust/libcore.rmeta': '' });
  await remove(trees);
  expect([readdirSync(join(folder, 'work')), readdirSync(trees)]).toEqual([[], []]);
});

test('a tree that a killed run had moved out of its place goes back there', async () => {
  const folder = temporaryFolder();
  const { tree } = await pretendTree(folder);
  const before = snapshot(tree);
  const trees = join(folder, 'trees');
  const hidden = killed(trees, { 'new/Makefile': '' });
  renameSync(tree, join(hidden, 'old'));
  await remove(trees);
  expect(readdirSync(trees)).toEqual([release]);
  expect(snapshot(tree)).toEqual(before);
});

test('what only looks like it stays: other names, no marker, another place, and what another run has locked', async () => {
  const trees = temporaryFolder();
  const kept = [`.${release}0-a1B2c3`, `.${release}-dear`, `.${release}-d4E5f6`, '7.2.1'];
  for (const name of kept) writeFiles(join(trees, name), { 'new/mine': 'years of work', 'old/mine': 'more' });
  writeFiles(join(trees, `.${release}-g7H8i9`), { 'kernel-rust-module': '/elsewhere', 'new/mine': 'years of work' });
  const inUse = killed(trees, { 'new/Makefile': '' });
  const unlock = await takeLock(join(inUse, 'kernel-rust-module'), 'busy');
  const before = snapshot(trees);
  await remove(trees);
  expect(snapshot(trees)).toEqual(before);
  await unlock();
});

test('what is not of a tree is not removed with what was moved out of the place', async () => {
  const trees = temporaryFolder();
  mkdirSync(join(trees, release));
  const hidden = killed(trees, {});
  mkdirSync(join(hidden, 'old'));
  writeFileSync(join(hidden, 'old/mine'), 'years of work');
  await remove(trees);
  expect(readdirSync(join(hidden, 'old'))).toEqual(['mine']);
});

test('there need not be any', async () => {
  await expect(remove(join(temporaryFolder(), 'none'))).resolves.toBeUndefined();
});
