import { constants } from 'node:fs';
import { join } from 'node:path';
import { isFile, permits } from './files.ts';

/**
 * A kernel image of that release that we may read; null where there is none.
 * @param cache our cache folder, or an architecture's in it, where images that were fetched for a boot are kept
 * @param root the folder taken for `/`
 */
export function findImage(release: string, cache: string | null, root: string): string | null {
  const places = [
    join(root, 'boot', `vmlinuz-${release}`),
    join(root, 'usr/lib/modules', release, 'vmlinuz'),
    join(root, 'lib/modules', release, 'vmlinuz'),
    ...(cache === null ? [] : [join(cache, 'kernels', release, 'vmlinuz')]),
  ];
  return places.find(isReadable) ?? null;
}

/** Asked first whether it is there, since an error costs ten times as much and most places are empty. */
function isReadable(path: string): boolean {
  return isFile(path) && permits(path, constants.R_OK);
}
