import { createWriteStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openRegular } from '../observe/regular-file.ts';
import { name, version } from '../version.ts';
import { hashing } from './checksum.ts';
import { layOver } from './lay-over.ts';
import { isOwnFile, type KdirManifest } from './manifest.ts';

/** What the maker of a tree knows about it; the rest is found while it is laid. */
export type TreeOrigin = Omit<KdirManifest, 'format' | 'generator' | 'files'>;

/**
 * Makes a kernel tree of its own over stock headers, with the Rust metadata of a folder that was built for them.
 * The tree appears whole or not at all, and takes the place of an earlier one.
 * @param built the prepared build folder of that kernel; of all that is in it, only what module builds open is copied
 * @param destination an absolute path, where nothing is or an earlier tree of ours
 * @param origin `stock` holds the checksums that the headers had when the build began (`stockChecksums`)
 * @param stop ends the work
 * @throws Failure or UsageError in one sentence where that cannot be, such as for headers that changed meanwhile.
 */
export async function layTree(
  built: string,
  destination: string,
  origin: TreeOrigin,
  stop?: AbortSignal,
): Promise<KdirManifest> {
  const manifest = { format: 1, generator: { name, version }, ...origin } as const;
  return layOver(destination, manifest, async (tree) => {
    const files: KdirManifest['files'] = {};
    for (const path of await ownFiles(built)) files[path] = await copy(join(built, path), join(tree, path), stop);
    return files;
  });
}

/** Paths of the files in a build folder that a tree takes over, sorted. */
async function ownFiles(built: string): Promise<string[]> {
  const paths = await Promise.all(
    ['rust', 'scripts'].map(async (folder) =>
      (await readdir(join(built, folder), { recursive: true })).map((path) => `${folder}/${path}`),
    ),
  );
  return paths.flat().filter(isOwnFile).sort();
}

/** Copies a file and says its checksum. */
async function copy(from: string, to: string, stop: AbortSignal | undefined): Promise<string> {
  const { stream, checksum } = hashing();
  await mkdir(dirname(to), { recursive: true });
  await pipeline((await openRegular(from)).createReadStream(), stream, createWriteStream(to), { signal: stop });
  return checksum();
}
