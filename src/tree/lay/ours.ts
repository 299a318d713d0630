import { lstat, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../model/failure.ts';
import { isOwnFile, longestManifest, manifestFile, parseManifest } from '../../model/tree-manifest.ts';
import { errnoOf } from '../../system/files/errno.ts';
import { readRegular } from '../../system/files/regular-file.ts';
import { madeBy } from './lay-makefile.ts';

/** What a tree holds that is not a link. */
interface Parts {
  /** Where its links lead. */
  headers: string;
  isListed: (path: string) => boolean;
}

/**
 * What keeps a folder from being a kernel tree that kdir made, nothing else in it, as the rest of a sentence. A manifest alone
 * proves nothing: it is one file that can be copied, and the folder of a tree may hold a person's files as well.
 * @returns null where all in the folder is kdir's
 */
export async function whyNotOurs(folder: string): Promise<string | null> {
  const stats = await lstat(folder);
  if (stats.isSymbolicLink()) return 'is a symbolic link';
  if (!stats.isDirectory()) return 'is not a folder';
  const makefile = await readPart(join(folder, 'Makefile'));
  const parts = await partsOf(folder, makefile);
  if (parts === null || (makefile !== null && !makefile.startsWith(madeBy))) {
    return 'is not a kernel tree that kernel-rust-module made';
  }
  const surplus = await firstSurplus(folder, '', parts);
  return surplus === null ? null : `holds ${surplus}, which kernel-rust-module did not put there`;
}

/** @returns null for a folder that neither a manifest nor a Makefile shows to be a tree. */
async function partsOf(folder: string, makefile: string | null): Promise<Parts | null> {
  const file = join(folder, manifestFile);
  try {
    const { headers, files } = parseManifest((await readPart(file)) ?? '', file);
    return { headers, isListed: (path) => Object.hasOwn(files, path) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    // A tree whose manifest was damaged.
    const headers = makefile?.startsWith(madeBy) && /^.*: the headers of (\/\S+) and /.exec(makefile)?.[1];
    return headers ? { headers, isListed: isOwnFile } : null;
  }
}

async function firstSurplus(folder: string, below: string, parts: Parts): Promise<string | null> {
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    const isOurs = entry.isSymbolicLink()
      ? (await readlink(join(folder, path))).startsWith(`${parts.headers}/`)
      : entry.isFile()
        ? path === 'Makefile' || path === manifestFile || parts.isListed(path)
        : entry.isDirectory() && /^(?:rust|scripts)(?:\/|$)/.test(path);
    if (!isOurs) return path;
    const deeper = entry.isDirectory() ? await firstSurplus(folder, path, parts) : null;
    if (deeper !== null) return deeper;
  }
  return null;
}

/** The text of a small file; null where there is none. */
async function readPart(file: string): Promise<string | null> {
  try {
    return await readRegular(file, { most: longestManifest, follow: false });
  } catch (error) {
    if (error instanceof Failure || ['ENOENT', 'ELOOP', 'ENXIO'].includes(errnoOf(error) ?? '')) return null;
    throw error;
  }
}
