import { join } from 'node:path';
import { Failure } from '../model/failure.ts';
import { type KdirManifest, longestManifest, manifestFile, parseManifest } from '../model/tree-manifest.ts';
import { checksumOf, differingStock, stockChecksums } from '../system/files/checksum.ts';
import { errnoOf } from '../system/files/errno.ts';
import { readRegular } from '../system/files/regular-file.ts';
import type { ChosenKernel } from './choose.ts';

/**
 * Why a tree has to be made again, as the rest of a sentence: all of its files are read.
 * @param tree its folder
 * @returns null for a tree of ours that is whole and made of these very headers as they are now; '' where there is none
 */
export async function whyStale(tree: string, { headers, release }: ChosenKernel): Promise<string | null> {
  const manifest = await readManifest(join(tree, manifestFile));
  if (typeof manifest === 'string') return manifest;
  if (manifest.format !== 2) return 'it was made by an older version of kernel-rust-module';
  if (manifest.headers !== headers || manifest.release !== release) return 'it was made of other headers';
  const changed = differingStock(manifest.stock, await stockChecksums(headers));
  return changed === undefined ? await firstDamage(tree, manifest) : `${changed} of ${headers} changed since`;
}

/** @returns why there is none, as `whyStale` does */
async function readManifest(file: string): Promise<KdirManifest | string> {
  try {
    return parseManifest(await readRegular(file, { most: longestManifest, follow: false }), file);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return '';
    if (errnoOf(error) !== undefined || error instanceof Failure) return `its ${manifestFile} is damaged`;
    throw error;
  }
}

async function firstDamage(tree: string, { files }: KdirManifest): Promise<string | null> {
  for (const [path, checksum] of Object.entries(files)) {
    if ((await checksumIn(tree, path)) !== checksum) return `${path} in it is damaged or missing`;
  }
  return null;
}

async function checksumIn(tree: string, path: string): Promise<string | null> {
  try {
    return await checksumOf(join(tree, path), { follow: false });
  } catch (error) {
    if (errnoOf(error) !== undefined || error instanceof Failure) return null;
    throw error;
  }
}
