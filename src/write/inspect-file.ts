import type { BigIntStats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from '../model/usage-error.ts';
import { errnoOf, refuseErrno } from '../system/files/errno.ts';
import { readRegular } from '../system/files/regular-file.ts';
import { quoteInput } from '../text/quote.ts';

export interface Inspected {
  state: 'new' | 'same' | 'differs';
  /** What is in its place, by which it is known again; null when nothing is. */
  seen: string | null;
}

const nothing: Inspected = { state: 'new', seen: null };

/**
 * Compares a file with what is to stand in it. Links are never followed: a link in place of a file differs.
 * @throws UsageError where a folder stands in a file's place, or a file or a link in a folder's.
 */
export async function inspectFile(folder: string, path: string, text: string): Promise<Inspected> {
  for (const parent of parentsOf(path)) {
    const stats = await look(join(folder, parent));
    if (stats === null) return nothing;
    if (!stats.isDirectory())
      throw inTheWay(join(folder, parent), stats.isSymbolicLink() ? 'a link' : 'a file', 'a folder');
  }
  const place = join(folder, path);
  const stats = await look(place);
  if (stats === null) return nothing;
  if (stats.isDirectory()) throw inTheWay(place, 'a folder', 'a file');
  // A pipe or a device is not read: it might never end.
  const mayBeSame = stats.isFile() && stats.size === BigInt(Buffer.byteLength(text));
  const isSame = mayBeSame && (await readOr(place)) === text;
  return { state: isSame ? 'same' : 'differs', seen: identity(stats) };
}

/** By this a file is known again that was neither replaced nor written to. */
export function identity({ dev, ino, mode, size, mtimeNs }: BigIntStats): string {
  return [dev, ino, mode, size, mtimeNs].join(' ');
}

/** `a/b/c` → `a`, `a/b`. */
export function parentsOf(path: string): string[] {
  const parent = dirname(path);
  return parent === '.' ? [] : [...parentsOf(parent), parent];
}

async function look(place: string) {
  return lstat(place, { bigint: true }).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return null;
    throw refuseErrno(error, place);
  });
}

/** Bytes that are not UTF-8 read as U+FFFD, which no text of ours has: they differ. */
async function readOr(place: string): Promise<string> {
  return readRegular(place).catch((error: unknown) => {
    throw refuseErrno(error, place);
  });
}

function inTheWay(place: string, found: string, needed: string): UsageError {
  return new UsageError(
    'file.in-the-way',
    `${quoteInput(place)} is ${found}, where ${needed} is needed: move it away first.`,
  );
}
