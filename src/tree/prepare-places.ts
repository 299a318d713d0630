import { constants, createWriteStream, type WriteStream } from 'node:fs';
import { lstat, mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { Failure } from '../model/failure.ts';
import { errnoOf, refuseErrno } from '../system/files/errno.ts';
import { takeLock, type Unlock } from '../system/files/lock.ts';
import { whyUntrusted, whyUntrustedCache } from '../system/files/trust.ts';
import { quotePath } from '../text/quote.ts';
import type { Places } from './places.ts';

/**
 * Refuses a cache that another user could have prepared.
 * @throws Failure in one sentence.
 */
export function refuseUntrusted({ cache, log, work, downloads }: Places): void {
  const untrusted = whyUntrustedCache(cache);
  if (untrusted !== null) throw distrusted(untrusted.path, untrusted.why);
  for (const folder of [dirname(log), dirname(work), work, downloads, join(cache, 'trees')]) {
    const why = whyUntrusted(folder);
    if (why !== null) throw distrusted(folder, why);
  }
}

/** Makes the folder of the log, for this user alone. */
async function prepareLog({ log }: Places): Promise<void> {
  const folder = dirname(log);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw refuseErrno(error, folder);
  }
  await removeUnlessPlain(log);
}

function distrusted(folder: string, why: string): Failure {
  return new Failure(
    'kdir.cache',
    `${quotePath(folder)} ${why}, so what is in it cannot be trusted. Move it away, or set XDG_CACHE_HOME to a folder of your own.`,
  );
}

/**
 * Makes the places ready, and takes a lock on what is made of a release.
 * @returns what gives it back
 * @throws Failure where another process has it, or another user could have prepared the places.
 */
export async function lockPlaces(places: Places, release: string): Promise<Unlock> {
  refuseUntrusted(places);
  await prepareLog(places);
  return takeLock(places.log, `Another kernel-rust-module is making the tree of ${release}: wait until it is done.`);
}

/** Removes what is not a file of its own in a file's place, such as a link: what it leads to stays. */
export async function removeUnlessPlain(path: string): Promise<void> {
  try {
    const stats = await lstat(path);
    if (!stats.isFile() || stats.nlink > 1) await rm(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return;
    throw refuseErrno(error, path);
  }
}

/** Writes what is left to write, as far as that is possible. */
export async function endLog(log: WriteStream): Promise<void> {
  log.end();
  await finished(log).catch(() => {});
}

/** Where all is written that is said. */
export interface Log {
  stream: WriteStream;
  /** Ends the work when nothing more can be written. */
  trouble: AbortSignal;
  /** Gives back the lock. */
  release: Unlock;
}

/**
 * Takes the lock, and opens the log to be written from its start.
 * @throws as `lockPlaces`.
 */
export async function openLog(places: Places, kernel: string): Promise<Log> {
  const release = await lockPlaces(places, kernel);
  const { log: file } = places;
  const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW } = constants;
  const handle = await open(file, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o600).catch(async (error) => {
    await release();
    throw refuseErrno(error, file);
  });
  const trouble = new AbortController();
  const stream = createWriteStream(file, { fd: handle });
  stream.on('error', (error) => trouble.abort(refuseErrno(error, file)));
  return { stream, trouble: trouble.signal, release };
}
