import { mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../../model/failure.ts';
import { errnoOf } from '../../system/files/errno.ts';
import { list, stat } from '../../system/files/files.ts';
import { takeLock, type Unlock } from '../../system/files/lock.ts';
import { readRegular } from '../../system/files/regular-file.ts';
import { linkTarget } from '../../system/files/tree-path.ts';

/** Says whose a hidden folder is, and is locked while it is in use. */
const marker = 'kernel-rust-module';

/** What keeps a folder from being one of ours, as the rest of a sentence; null where all in it is ours and can go. */
export type WhyForeign = (folder: string) => Promise<string | null>;

/** What can be in a hidden folder: what is being made, and what it replaces. */
export interface Beside {
  fresh: string;
  old: string;
}

/**
 * Does some work in a hidden folder beside a place, from which what is made takes the place by renaming.
 * @param place an absolute path
 * @param whyForeign tells whether what was moved out of the place can be removed
 */
export async function workBeside<T>(
  place: string,
  whyForeign: WhyForeign,
  work: (paths: Beside) => Promise<T>,
): Promise<T> {
  const parent = dirname(place);
  const made = await mkdir(parent, { recursive: true });
  let folder: string | undefined;
  let release: Unlock | undefined;
  try {
    await removeAbandoned(place, whyForeign);
    folder = await mkdtemp(join(parent, hiddenStart(place)));
    await writeFile(join(folder, marker), place);
    release = await takeLock(join(folder, marker), `${folder} is in use.`);
    return await work(pathsIn(folder));
  } finally {
    if (folder !== undefined) await removeHidden(folder, whyForeign);
    await release?.();
    if (made !== undefined) await removeEmpty(parent, made);
  }
}

/**
 * Removes hidden folders that a killed run left beside a place: known by the marker in them, which nobody holds locked any
 * more. What that run had moved out of the place goes back there.
 */
export async function removeAbandoned(place: string, whyForeign: WhyForeign): Promise<void> {
  const [parent, start] = [dirname(place), hiddenStart(place)];
  const names = (list(parent) ?? []).filter((name) => name.startsWith(start) && name.length === start.length + 6);
  for (const folder of names.map((name) => join(parent, name))) {
    if (!(await isMarked(folder, place))) continue;
    const release = await lockUnlessHeld(join(folder, marker));
    if (release === null) continue;
    const { old } = pathsIn(folder);
    if (isThere(old) && !isThere(place)) await rename(old, place);
    await removeHidden(folder, whyForeign);
    await release();
  }
}

function hiddenStart(place: string): string {
  return `.${basename(place)}-`;
}

function pathsIn(folder: string): Beside {
  return { fresh: join(folder, 'new'), old: join(folder, 'old') };
}

async function isMarked(folder: string, place: string): Promise<boolean> {
  try {
    return (await readRegular(join(folder, marker), { most: 4096, follow: false })) === place;
  } catch (error) {
    if (error instanceof Failure || errnoOf(error) !== undefined) return false;
    throw error;
  }
}

async function lockUnlessHeld(file: string): Promise<Unlock | null> {
  try {
    return await takeLock(file, 'held');
  } catch (error) {
    if (error instanceof Failure && error.code === 'kdir.busy') return null;
    throw error;
  }
}

/** What could not be put back, and is not ours, stays. */
async function removeHidden(folder: string, whyForeign: WhyForeign): Promise<void> {
  const { fresh, old } = pathsIn(folder);
  await rm(fresh, { recursive: true, force: true });
  if (isThere(old)) {
    if ((await whyForeign(old)) !== null) return;
    await rm(old, { recursive: true, force: true });
  }
  await rm(join(folder, marker), { force: true });
  await rmdir(folder);
}

function isThere(path: string): boolean {
  return stat(path) !== null || linkTarget(path) !== null;
}

/** Removes folders that were made for nothing, up to the topmost of them. */
async function removeEmpty(folder: string, topmost: string): Promise<void> {
  if ((await readdir(folder)).length > 0) return;
  await rmdir(folder);
  if (folder !== topmost) await removeEmpty(dirname(folder), topmost);
}
