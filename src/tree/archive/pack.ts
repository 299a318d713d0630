import { createWriteStream } from 'node:fs';
import { link, lstat, rename } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Pack, pack } from 'tar-stream';
import { Failure } from '../../model/failure.ts';
import { longestManifest, manifestFile, parseManifest } from '../../model/tree-manifest.ts';
import { UsageError } from '../../model/usage-error.ts';
import { hashing } from '../../system/files/checksum.ts';
import { errnoOf, refuseErrno } from '../../system/files/errno.ts';
import { openRegular, readRegular } from '../../system/files/regular-file.ts';
import { quotePath } from '../../text/quote.ts';
import { workBeside } from '../lay/beside.ts';
import { startXz, xzTrouble } from './pack-xz.ts';

/**
 * For the 190 MB of 7.3 on two processors: 15 s and 38.7 MB, where xz's default takes 32 s for 37.4 MB. With threads it
 * compresses in blocks of a fixed size, so that the bytes are the same for any number of them.
 */
const compression = ['-4', '--threads=0', '--stdout'];

/** Makes the same bytes of the same tree. Not 1970, which tar warns about. */
const sameForAll = { mode: 0o644, uid: 0, gid: 0, mtime: new Date('1980-01-01T00:00:00Z') };

/**
 * Packs what a tree of ours has beside the stock headers: a `.tar.xz` that appears whole or not at all, the manifest first in it.
 * @param tree the tree's folder
 * @param file where nothing is yet
 * @param stop ends the work
 * @throws UsageError or Failure in one sentence, such as where the tree's files are not what its manifest says.
 */
export async function packTree(tree: string, file: string, stop?: AbortSignal): Promise<void> {
  await refuseFile(file);
  const text = await readManifest(tree);
  const { files } = parseManifest(text, join(tree, manifestFile));
  await writeWhole(resolve(file), (fresh) =>
    compress(fresh, stop, async (archive) => {
      archive.entry({ name: manifestFile, ...sameForAll }, text);
      for (const path of Object.keys(files).sort()) {
        if ((await putFile(archive, tree, path, stop)) !== files[path]) throw changed(tree, path);
      }
    }),
  );
}

/**
 * Refuses to write an archive where something is, or into a folder that is not there.
 * @throws UsageError in one sentence.
 */
export async function refuseFile(file: string): Promise<void> {
  if (await isThere(file)) throw occupied(file);
  const folder = dirname(resolve(file));
  if (await isThere(folder)) return;
  throw new UsageError(
    'kdir.no-folder',
    `There is no folder ${quotePath(folder)} to write ${quotePath(basename(file))} in: make it first.`,
  );
}

function occupied(file: string): UsageError {
  return new UsageError(
    'kdir.occupied',
    `${quotePath(file)} exists already: name another file, or remove that one first.`,
  );
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw refuseErrno(error, path);
  }
}

async function readManifest(tree: string): Promise<string> {
  try {
    return await readRegular(join(tree, manifestFile), { most: longestManifest, follow: false });
  } catch (error) {
    if (errnoOf(error) === undefined && !(error instanceof Failure)) throw error;
    throw new Failure(
      'kdir.not-ours',
      `${quotePath(tree)} has no readable ${manifestFile}, so it is not a kernel tree that kernel-rust-module made. Name one, or make it with kernel-rust-module kdir.`,
    );
  }
}

/** Makes a file beside its place, which it takes when it is done, and nothing is there still. */
async function writeWhole(file: string, make: (fresh: string) => Promise<void>): Promise<void> {
  try {
    await workBeside(file, neverReplaced, async ({ fresh }) => {
      await make(fresh);
      await takePlace(fresh, file);
    });
  } catch (error) {
    throw refuseErrno(error, file);
  }
}

async function neverReplaced(): Promise<string> {
  return 'exists';
}

/** Unlike rename(2), link(2) replaces nothing; some file systems have no links. */
async function takePlace(fresh: string, file: string): Promise<void> {
  try {
    await link(fresh, file);
  } catch (error) {
    if (!['EPERM', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK'].includes(errnoOf(error) ?? '')) {
      throw errnoOf(error) === 'EEXIST' ? occupied(file) : error;
    }
    await refuseFile(file);
    await rename(fresh, file);
  }
}

/** Makes an archive and compresses it into a new file. */
async function compress(
  file: string,
  stop: AbortSignal | undefined,
  put: (archive: Pack) => Promise<void>,
): Promise<void> {
  const xz = startXz(compression, stop);
  const archive = pack();
  const made = put(archive).then(
    () => archive.finalize(),
    (error: unknown) => {
      archive.destroy();
      throw error;
    },
  );
  const written = pipeline(xz.stdout, createWriteStream(file, { flags: 'wx', flush: true }));
  const steps = await Promise.allSettled([written, made, pipeline(archive, xz.stdin)]);
  const trouble = xzTrouble(await xz);
  stop?.throwIfAborted();
  if (trouble !== null) throw new Failure('kdir.xz', `xz could not compress the archive: ${trouble}.`);
  for (const step of steps) if (step.status === 'rejected') throw step.reason;
}

/** Puts one file of a tree into an archive, and says its checksum. */
async function putFile(archive: Pack, tree: string, path: string, stop: AbortSignal | undefined): Promise<string> {
  const { stream, checksum } = hashing();
  const handle = await openRegular(join(tree, path), { follow: false }).catch((error) => {
    throw error instanceof Failure || ['ENOENT', 'ELOOP'].includes(errnoOf(error) ?? '') ? changed(tree, path) : error;
  });
  try {
    const { size } = await handle.stat();
    const entry = archive.entry({ name: path, size, ...sameForAll });
    await pipeline(handle.createReadStream({ end: Math.max(0, size - 1), autoClose: false }), stream, entry, {
      signal: stop,
    });
  } finally {
    await handle.close();
  }
  return checksum();
}

function changed(tree: string, path: string): Failure {
  return new Failure(
    'kdir.changed',
    `${quotePath(join(tree, path))} is not what the tree's manifest says: make the tree again with kernel-rust-module kdir.`,
  );
}
