import { chmod, copyFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../model/failure.ts';
import { checksumOf } from '../../system/files/checksum.ts';
import { isFile } from '../../system/files/files.ts';
import type { ForeignApt } from './apt.ts';

/**
 * Puts the busybox of an architecture into a place, whole or not at all.
 * @param work a folder that is not there
 * @throws Failure where its package cannot be had, or holds none.
 */
export async function bringBusybox(apt: ForeignApt, foreign: string, place: string, work: string): Promise<void> {
  const unpacked = join(work, 'unpacked');
  await apt.unpack([`busybox-static:${foreign}`], unpacked, join(work, 'debs'));
  // bin is usr/bin on newer systems.
  const found = ['bin/busybox', 'usr/bin/busybox'].map((path) => join(unpacked, path)).find(isFile);
  if (found === undefined)
    throw new Failure('foreign.busybox', `The package busybox-static for ${foreign} has no busybox in it.`);
  const beside = join(work, 'busybox');
  await copyFile(found, beside);
  await chmod(beside, 0o755);
  // By this, the scripts of a module know later that it is as it was.
  await writeFile(`${beside}.sha256`, `${await checksumOf(beside)}\n`);
  await rename(`${beside}.sha256`, `${place}.sha256`);
  await rename(beside, place);
}
