import { lstat, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { quoteInput } from '../scaffold/quote.ts';
import { UsageError } from '../usage-error.ts';
import { errnoOf, refuseErrno } from './errno.ts';

/**
 * Compares a file with what is to stand in it. Links are never followed: a link in place of a file differs.
 * @throws UsageError where a folder stands in a file's place, or a file or a link in a folder's.
 */
export async function inspectFile(folder: string, path: string, text: string): Promise<'new' | 'same' | 'differs'> {
  for (const parent of parentsOf(path)) {
    const stats = await look(join(folder, parent));
    if (stats === null) return 'new';
    if (!stats.isDirectory())
      throw inTheWay(join(folder, parent), stats.isSymbolicLink() ? 'a link' : 'a file', 'a folder');
  }
  const place = join(folder, path);
  const stats = await look(place);
  if (stats === null) return 'new';
  if (stats.isDirectory()) throw inTheWay(place, 'a folder', 'a file');
  // A pipe or a device is not read: it might never end.
  if (!stats.isFile() || stats.size !== Buffer.byteLength(text)) return 'differs';
  return (await readOr(place)) === text ? 'same' : 'differs';
}

/** `a/b/c` → `a`, `a/b`. */
export function parentsOf(path: string): string[] {
  const parent = dirname(path);
  return parent === '.' ? [] : [...parentsOf(parent), parent];
}

async function look(place: string) {
  return lstat(place).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return null;
    throw refuseErrno(error, place);
  });
}

/** Bytes that are not UTF-8 read as U+FFFD, which no text of ours has: they differ. */
async function readOr(place: string): Promise<string> {
  return readFile(place, 'utf8').catch((error: unknown) => {
    throw refuseErrno(error, place);
  });
}

function inTheWay(place: string, found: string, needed: string): UsageError {
  return new UsageError(
    'file.in-the-way',
    `${quoteInput(place)} is ${found}, where ${needed} is needed: move it away first.`,
  );
}
