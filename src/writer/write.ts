import { mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errnoOf, refuseErrno } from './errno.ts';
import { parentsOf } from './inspect-file.ts';
import type { PlannedFile, WritePlan } from './plan.ts';
import { allOrNothing, type Undo } from './undo.ts';

/**
 * Writes what was planned, all of it or nothing: everything is first written aside on the same file system, then moved into
 * place. Whatever goes wrong on the way, a signal included, leaves the folder as it was. What differs is overwritten:
 * asking about conflicts comes before.
 * @throws UsageError for a full disk, or a folder that may not be written.
 */
export async function writeFiles(
  { folder, exists, files }: WritePlan,
  texts: ReadonlyMap<string, string>,
): Promise<void> {
  const changed = files.filter(({ state }) => state !== 'same');
  if (changed.length === 0) return;
  let aside: string | undefined;
  try {
    await allOrNothing((undo) => {
      const made = mkdtempSync(join(exists ? folder : dirname(folder), '.kernel-rust-module-'));
      aside = made;
      undo.add(() => rmSync(made, { recursive: true, force: true }));
      stage(join(made, 'new'), changed, texts);
      if (exists) moveFiles(made, folder, changed, undo);
      else move(join(made, 'new'), folder, undo);
    });
  } catch (error) {
    throw refuseErrno(error, folder);
  }
  if (aside !== undefined) rmSync(aside, { recursive: true });
}

function stage(aside: string, files: PlannedFile[], texts: ReadonlyMap<string, string>): void {
  mkdirSync(aside);
  for (const { path } of files) {
    const place = join(aside, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, texts.get(path) ?? '', { mode: path.endsWith('.sh') ? 0o755 : 0o644, flag: 'wx' });
  }
}

function moveFiles(aside: string, folder: string, files: PlannedFile[], undo: Undo): void {
  mkdirSync(join(aside, 'old'));
  for (const [i, { path, state }] of files.entries()) {
    for (const parent of parentsOf(path)) makeFolder(join(folder, parent), undo);
    if (state !== 'new') move(join(folder, path), join(aside, 'old', String(i)), undo);
    move(join(aside, 'new', path), join(folder, path), undo);
  }
}

function makeFolder(folder: string, undo: Undo): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return;
    throw error;
  }
  undo.add(() => rmdirSync(folder));
}

function move(from: string, to: string, undo: Undo): void {
  renameSync(from, to);
  undo.add(() => renameSync(to, from));
}
