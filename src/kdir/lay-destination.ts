import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isFile, stat } from '../observe/files.ts';
import { linkTarget } from '../observe/tree-path.ts';
import { refuseBuildPath } from '../scaffold/build-path.ts';
import { quoteInput } from '../scaffold/quote.ts';
import { UsageError } from '../usage-error.ts';
import { errnoOf, refuseErrno } from '../writer/errno.ts';
import { manifestFile } from './manifest.ts';

/**
 * Refuses a place for a tree, before the work of making one: only an earlier tree of ours may be there, which a new one replaces.
 * @param destination an absolute path
 * @throws UsageError in one sentence.
 */
export function refuseDestination(destination: string): void {
  const unbuildable = refuseBuildPath('The kernel tree', destination);
  if (unbuildable !== null) throw new UsageError('kdir.path', unbuildable);
  if (isFile(join(destination, manifestFile))) return;
  const there = deepest(destination);
  if (there !== destination && stat(there)?.isDirectory()) return;
  throw new UsageError(
    'kdir.occupied',
    there === destination
      ? `${quoteInput(destination)} exists and is no kernel tree that kernel-rust-module made: name a folder that does not exist yet.`
      : `${quoteInput(there)} is no folder, so no kernel tree can be made below it: choose another place.`,
  );
}

/** The part of an absolute path that is there, be it a link that leads nowhere. */
function deepest(path: string): string {
  const isThere = stat(path) !== null || linkTarget(path) !== null;
  return isThere || path === '/' ? path : deepest(dirname(path));
}

/**
 * Makes a folder whole or not at all: in a hidden folder beside its place, which it takes when it is done. What was there goes then.
 * @param destination an absolute path
 * @param fill makes the folder's content; what it returns is passed on
 * @throws what `fill` throws; UsageError where the system would not let us write. Nothing has changed then.
 */
export async function replaceFolder<T>(destination: string, fill: (folder: string) => Promise<T>): Promise<T> {
  const parent = dirname(destination);
  let made: string | undefined;
  let aside: string | undefined;
  try {
    made = await mkdir(parent, { recursive: true });
    aside = await mkdtemp(join(parent, `.${basename(destination)}-`));
    const fresh = join(aside, 'new');
    // Not the temporary folder itself, which is closed to other users.
    await mkdir(fresh);
    const result = await fill(fresh);
    await takePlace(fresh, destination, join(aside, 'old'));
    return result;
  } catch (error) {
    throw refuseErrno(error, destination);
  } finally {
    if (aside !== undefined) await rm(aside, { recursive: true, force: true });
    if (made !== undefined) await removeEmpty(parent, made);
  }
}

/** Removes folders that were made for nothing, up to the topmost of them. */
async function removeEmpty(folder: string, topmost: string): Promise<void> {
  try {
    await rmdir(folder);
    if (folder !== topmost) await removeEmpty(dirname(folder), topmost);
  } catch {
    // Something lies in it.
  }
}

async function takePlace(fresh: string, destination: string, old: string): Promise<void> {
  const isAside = existsSync(destination) && (await moveAside(destination, old));
  try {
    await rename(fresh, destination);
  } catch (error) {
    if (isAside) await rename(old, destination);
    throw error;
  }
}

/** @returns whether it can be put back: a folder out of a container's image cannot be moved (overlayfs, EXDEV), and is removed. */
async function moveAside(folder: string, aside: string): Promise<boolean> {
  try {
    await rename(folder, aside);
    return true;
  } catch (error) {
    if (errnoOf(error) !== 'EXDEV') throw error;
    await rm(folder, { recursive: true });
    return false;
  }
}
