import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { readRegular } from '../observe/regular-file.ts';
import { errnoOf } from '../writer/errno.ts';
import { checksumOf, differingStock, stockChecksums } from './checksum.ts';
import type { ChosenKernel } from './choose.ts';
import { type KdirManifest, manifestFile, parseManifest } from './manifest.ts';

/**
 * Whether a tree of ours is there, whole, and made of these very headers as they are now. All of its files are read.
 * @param tree its folder
 */
export async function isCurrent(tree: string, { headers, release }: ChosenKernel): Promise<boolean> {
  try {
    const file = join(tree, manifestFile);
    const manifest = parseManifest(await readRegular(file), file);
    if (manifest.headers !== headers || manifest.release !== release) return false;
    if (differingStock(manifest.stock, await stockChecksums(headers)) !== undefined) return false;
    return await isWhole(tree, manifest);
  } catch (error) {
    // No tree, one without some of its files, or one whose manifest says nothing: it is made anew.
    if (errnoOf(error) !== undefined || error instanceof Failure) return false;
    throw error;
  }
}

async function isWhole(tree: string, { files }: KdirManifest): Promise<boolean> {
  const checked = Object.entries(files).map(
    async ([path, checksum]) => (await checksumOf(join(tree, path))) === checksum,
  );
  return (await Promise.all(checked)).every(Boolean);
}
