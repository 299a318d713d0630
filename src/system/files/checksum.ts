import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import type { KdirManifest } from '../../model/tree-manifest.ts';
import { type Reading, readChunks } from './regular-file.ts';

/** A stream that lets all bytes through, and afterwards knows their SHA-256 in hexadecimal digits. */
export function hashing(): { stream: Transform; checksum(): string } {
  const hash = createHash('sha256');
  const stream = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { stream, checksum: () => hash.digest('hex') };
}

/** The largest file of a tree, the crate `core`, has 60 MB. */
const mostBytes = 512 * 1024 * 1024;

/**
 * SHA-256 of a file, in hexadecimal digits.
 * @throws as `openRegular`.
 */
export async function checksumOf(file: string, reading?: Reading): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of readChunks(file, { most: mostBytes, ...reading })) hash.update(chunk);
  return hash.digest('hex');
}

/** The first of the stock files whose checksums differ; undefined where they are those of one build. */
export function differingStock(one: KdirManifest['stock'], other: KdirManifest['stock']): string | undefined {
  return (['.config', 'Module.symvers'] as const).find((file) => one[file] !== other[file]);
}

/**
 * What a manifest's `stock` is compared with: which build of their kernel some headers belong to.
 * @throws the file system's error where one of the files cannot be read.
 */
export async function stockChecksums(headers: string): Promise<KdirManifest['stock']> {
  return {
    '.config': await checksumOf(join(headers, '.config')),
    'Module.symvers': await checksumOf(join(headers, 'Module.symvers')),
  };
}
