import type { KdirManifest } from '../../model/tree-manifest.ts';
import { readChunks } from '../../system/files/regular-file.ts';
import { name, version } from '../../version.ts';
import { layOver } from './lay-over.ts';
import { type BuiltRust, ownFiles } from './own-files.ts';
import { putFile } from './put-file.ts';

/** What the maker of a tree knows about it; the rest is found while it is laid. */
export type TreeOrigin = Omit<KdirManifest, 'format' | 'generator' | 'files'>;

/**
 * Makes a kernel tree of its own over stock headers, with the Rust part of that kernel that was built for them.
 * The tree appears whole or not at all, and takes the place of an earlier one.
 * @param built of all that is there, only what modules need is copied
 * @param destination an absolute path, where nothing is or an earlier tree of ours
 * @param origin `stock` holds the checksums that the headers had when the build began (`stockChecksums`)
 * @param stop ends the work
 * @throws Failure or UsageError in one sentence where that cannot be, such as for headers that changed meanwhile.
 */
export async function layTree(
  built: BuiltRust,
  destination: string,
  origin: TreeOrigin,
  stop?: AbortSignal,
): Promise<KdirManifest> {
  const manifest = { format: 2, generator: { name, version }, ...origin } as const;
  return layOver(destination, manifest, async (tree) => {
    const files: KdirManifest['files'] = {};
    for (const [path, from] of await ownFiles(built)) {
      files[path] = await putFile(readChunks(from), { tree, path }, stop);
    }
    return files;
  });
}
