import { constants } from 'node:fs';
import { join } from 'node:path';
import { isFile, permits } from '../../system/files/files.ts';

/**
 * A kernel image of that release that we may read; null where there is none.
 * @param cache our cache folder, or an architecture's in it, where images that were fetched for a boot are kept
 * @param root the folder taken for `/`; null for the kernel of another architecture, since one of this machine's may bear the same release there
 */
export function findImage(release: string, cache: string | null, root: string | null): string | null {
  const installed = [`boot/vmlinuz-${release}`, `usr/lib/modules/${release}/vmlinuz`, `lib/modules/${release}/vmlinuz`];
  const places = [
    ...(root === null ? [] : installed.map((path) => join(root, path))),
    ...(cache === null ? [] : [join(cache, 'kernels', release, 'vmlinuz')]),
  ];
  return places.find(isReadable) ?? null;
}

/** Asked first whether it is there, since an error costs ten times as much and most places are empty. */
function isReadable(path: string): boolean {
  return isFile(path) && permits(path, constants.R_OK);
}
