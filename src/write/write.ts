import {
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { changedMeanwhile, errnoOf, refuseErrno } from '../system/files/errno.ts';
import { allOrNothing, type Undo } from '../system/files/undo.ts';
import { identity, parentsOf } from './inspect-file.ts';
import { makeAside, removeLeftovers } from './leftovers.ts';
import type { PlannedFile, WritePlan } from './plan.ts';

/**
 * Writes what was planned, all of it or nothing: everything is first written aside on the same file system, then put into
 * place. Whatever goes wrong on the way, a signal included, leaves the folder as it was; if the process is killed, each file
 * is the old one or the new one. What differs is overwritten, since asking about conflicts comes before; what changed since
 * it was planned is not.
 * @throws UsageError for a full disk, a folder that may not be written, and for what something else changed meanwhile.
 */
export async function writeFiles(plan: WritePlan, texts: ReadonlyMap<string, string>): Promise<void> {
  const { folder, exists, files, marker } = plan;
  const changed = files.filter(({ state }) => state !== 'same');
  const parent = exists ? folder : dirname(folder);
  let aside: string | undefined;
  try {
    // Also if nothing is to be written: a process may have been killed after its last file was in place.
    removeLeftovers(parent);
    if (changed.length === 0) return;
    await allOrNothing((undo) => {
      const made = makeAside(parent);
      aside = made;
      undo.add(() => rmSync(made, { recursive: true, force: true }));
      stage(join(made, 'new'), changed, texts);
      const inOrder = [...changed].sort((one, other) => Number(other.path === marker) - Number(one.path === marker));
      if (exists) putFiles(made, plan, inOrder, undo);
      else putFolder(join(made, 'new'), folder, undo);
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

/** A folder takes the place of an empty one without a word. */
function putFolder(from: string, to: string, undo: Undo): void {
  if (lstatSync(to, { throwIfNoEntry: false })) throw changedMeanwhile(to);
  renameSync(from, to);
  undo.add(() => renameSync(to, from));
}

function putFiles(aside: string, { folder, seen }: WritePlan, files: PlannedFile[], undo: Undo): void {
  const old = join(aside, 'old');
  mkdirSync(old);
  for (const [i, { path, state }] of files.entries()) {
    for (const parent of parentsOf(path)) makeFolder(join(folder, parent), undo);
    const [from, to] = [join(aside, 'new', path), join(folder, path)];
    if (state === 'new') putNew(from, to, undo);
    else replace(from, to, { seen: seen.get(path), backup: join(old, String(i)) }, undo);
  }
}

function makeFolder(folder: string, undo: Undo): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    // A link would lead elsewhere.
    if (errnoOf(error) === 'EEXIST' && lstatSync(folder).isDirectory()) return;
    throw error;
  }
  undo.add(() => rmdirSync(folder));
}

function putNew(from: string, to: string, undo: Undo): void {
  link(from, to);
  undo.add(() => rmSync(to, { force: true }));
}

function replace(
  from: string,
  to: string,
  { seen, backup }: { seen: string | undefined; backup: string },
  undo: Undo,
): void {
  if (identity(lstatSync(to, { bigint: true })) !== seen) throw changedMeanwhile(to);
  link(to, backup);
  renameSync(from, to);
  undo.add(() => renameSync(backup, to));
}

/** Gives a file a second name, unless there is something of that name. A file system without such names gets a copy. */
function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'].includes(errnoOf(error) ?? '')) throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}
