import { constants } from 'node:fs';
import { access, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../model/usage-error.ts';
import { errnoOf, refuseErrno } from '../system/files/errno.ts';
import { quoteInput } from '../text/quote.ts';

/**
 * Looks at the folder to write into, or at its parent where it is still to be made.
 * @returns the folder with links followed, and the names in it; null where it does not exist.
 * @throws UsageError where it is a file, its parent is missing or a file, or this user may not write there.
 */
export async function inspectFolder(destination: string): Promise<{ folder: string; entries: string[] | null }> {
  const isThere = await isFolder(destination);
  const parent = dirname(destination);
  if (!isThere && !(await isFolder(parent))) {
    throw new UsageError(
      'folder.no-parent',
      `There is no folder ${quoteInput(parent)} to make ${basename(destination)} in: make it first.`,
    );
  }
  const existing = isThere ? destination : parent;
  try {
    await access(existing, constants.R_OK | constants.W_OK | constants.X_OK);
    const real = await realpath(existing);
    return isThere
      ? { folder: real, entries: await readdir(real) }
      : { folder: join(real, basename(destination)), entries: null };
  } catch (error) {
    throw refuseErrno(error, existing);
  }
}

/** Links followed: the person named the folder. */
async function isFolder(path: string): Promise<boolean> {
  const stats = await stat(path).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return null;
    throw refuseErrno(error, path);
  });
  if (stats && !stats.isDirectory()) {
    throw new UsageError(
      'folder.is-a-file',
      `${quoteInput(path)} is a file, where a folder is needed: choose another place.`,
    );
  }
  return stats !== null;
}
