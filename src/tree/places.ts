import { join } from 'node:path';
import { refuseBuildPath } from '../knowledge/kernel/build-path.ts';
import { Failure } from '../model/failure.ts';
import { UsageError } from '../model/usage-error.ts';

/** Absolute paths. */
export interface Places {
  /** Our cache folder. */
  cache: string;
  /** The tree that is made. */
  tree: string;
  /** Whether it is in our cache, and not in a folder that a person named. */
  isCached: boolean;
  /** What is only there while it is made, and afterwards links: the same name each time, since paths end up in the metadata. */
  work: string;
  /** Where packages are downloaded to. */
  downloads: string;
  /** All that was said while it was made, the last time. It is also what is locked. */
  log: string;
}

/** Where a source is unpacked and built, below the folder of the work. */
export function buildPaths(work: string): { source: string; build: string } {
  return { source: join(work, 'source'), build: join(work, 'build') };
}

/**
 * Where things are for the tree of a release.
 * @param cache our cache folder; null where there is none
 * @param output the folder for the tree, where one was named
 * @throws Failure without a cache folder; UsageError where Kbuild cannot build in it.
 */
export function placesFor(release: string, cache: string | null, output: string | undefined): Places {
  const folder = cacheFolder(cache);
  return {
    cache: folder,
    isCached: output === undefined,
    tree: output ?? join(folder, 'trees', release),
    work: join(folder, 'work', release),
    downloads: join(folder, 'downloads'),
    log: join(folder, 'logs', `kdir-${release}.log`),
  };
}

/** @throws as `placesFor`. */
export function cacheFolder(cache: string | null): string {
  if (cache === null) {
    throw new Failure(
      'kdir.no-cache',
      'There is no folder to work in: set HOME, or XDG_CACHE_HOME to an absolute path.',
    );
  }
  const unbuildable = refuseBuildPath('The cache folder', cache);
  if (unbuildable !== null) throw new UsageError('kdir.path', `${unbuildable.slice(0, -1)} (XDG_CACHE_HOME names it).`);
  return cache;
}
