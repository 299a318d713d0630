import { dirname, join } from 'node:path';
import type { KernelTreeFact, MadeTreeFact } from '../../model/facts.ts';
import { type KdirManifest, longestManifest, manifestFile, parseManifest } from '../../model/tree-manifest.ts';
import { isFile, readText, realPath, stat, withFile } from '../../system/files/files.ts';
import { whyUntrusted, whyUntrustedCache } from '../../system/files/trust.ts';

/**
 * The tree that `kdir` made for a distribution's headers, in our cache folder. Where there is none, which is most machines,
 * this looks for one file and no more.
 */
export function madeFor(headers: KernelTreeFact, cache: string | null): MadeTreeFact | null {
  const { dir, release, state, unpackedIn } = headers;
  if (cache === null || release === null || state !== 'headers' || unpackedIn !== null) return null;
  const made = readMadeTree(join(cache, 'trees', release));
  if (made !== null && !isTrusted(cache, made.dir)) return null;
  const isOfOthers = made !== null && made.headers !== null && realPath(made.headers) !== realPath(dir);
  return isOfOthers ? null : made;
}

/** Its libraries are loaded by rustc, so that no other user may have put them there. */
function isTrusted(cache: string, tree: string): boolean {
  return whyUntrustedCache(cache) === null && whyUntrusted(dirname(tree)) === null && whyUntrusted(tree) === null;
}

/** What the manifest in a folder says of the tree there; null where no manifest lies. */
export function readMadeTree(dir: string): MadeTreeFact | null {
  const file = join(dir, manifestFile);
  if (!isFile(file)) return null;
  try {
    const manifest = parseManifest(readText(file, longestManifest) ?? '', file);
    const { headers, format } = manifest;
    const older = format === 1 ? ({ older: true } as const) : {};
    return { dir, headers, broken: null, changed: changedSince(manifest), ...goneFrom(dir, manifest), ...older };
  } catch (error) {
    return { dir, headers: null, broken: error instanceof Error ? error.message : String(error), changed: [] };
  }
}

function goneFrom(dir: string, { files }: KdirManifest): Pick<MadeTreeFact, 'lacks'> {
  const lacks = Object.keys(files).filter((file) => stat(join(dir, file)) === null);
  return lacks.length > 0 ? { lacks } : {};
}

function changedSince({ headers, stock }: KdirManifest): string[] {
  return Object.entries(stock)
    .filter(([file, checksum]) => checksumOf(join(headers, file)) !== checksum)
    .map(([file]) => file);
}

/** Debian's Module.symvers has 2 MB. */
const longestStock = 64 * 1024 * 1024;

/** SHA-256 of a file of some MB; null where there is none to read, or a giant. What computes it is loaded only where there is a tree of ours. */
function checksumOf(path: string): string | null {
  const { createHash } = process.getBuiltinModule('node:crypto');
  return withFile(path, ({ size, read }) =>
    size > longestStock ? null : createHash('sha256').update(read(0, size)).digest('hex'),
  );
}
