import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import { Failure } from '../../model/failure.ts';
import { UsageError } from '../../model/usage-error.ts';
import { errnoOf } from '../../system/files/errno.ts';
import { openRegular } from '../../system/files/regular-file.ts';
import { quotePath } from '../../text/quote.ts';
import { startXz, xzTrouble } from './pack-xz.ts';

/** How much an archive may still hold. It can be any number of zeros: 150 kB of xz make a gigabyte of them. */
export interface Allowance {
  bytes: number;
}

/** Five times what 7.3 needs. */
export const mostBytes = 2 ** 30;

/** What may come behind an archive's last file: tar fills up its last block. */
export const mostBehind = 2 ** 20;

/** xz's own largest setting, -9, takes 65 MiB. */
const decompression = ['--decompress', '--format=xz', '--stdout', '--memlimit-decompress=256MiB'];

/** One entry of an archive. */
export interface ArchiveEntry {
  /** As it stands there: it can be anything. */
  name: string;
  isFile: boolean;
  /** In bytes, as the archive says. */
  size: number;
  /** To be read to its end before the next entry is asked for. */
  content: AsyncIterable<Buffer>;
}

/**
 * Reads a `.tar.xz` and writes nothing. It comes to its end only where xz found the archive intact to the last byte.
 * @param stop ends the work
 * @throws UsageError where there is no such file; Failure for what is wrong with the archive: in one sentence.
 */
export async function* readEntries(
  file: string,
  allowance: Allowance,
  stop?: AbortSignal,
): AsyncGenerator<ArchiveEntry, void> {
  const handle = await openArchive(file);
  const xz = startXz(decompression, stop);
  // xz itself tells what it lacks.
  const given = pipeline(handle.createReadStream({ autoClose: false }), xz.stdin).catch(() => {});
  /** Why the stream broke, or came to an end, before its time: in xz's words where it has some. */
  const explain: Explain = async (error) => {
    if (error instanceof Failure) return error;
    const trouble = xzTrouble(await xz) ?? error?.message;
    stop?.throwIfAborted();
    return trouble === undefined ? null : damaged(file, trouble);
  };
  const archive = extract();
  // Who reads the archive is told of errors too.
  const fed = pipeline(limited(xz.stdout, allowance, file), archive).catch(() => {});
  try {
    for await (const entry of explained(archive, explain)) {
      const { name, type, size = 0 } = entry.header;
      yield { name, isFile: type === 'file', size, content: explained(entry as AsyncIterable<Buffer>, explain) };
    }
    const trouble = await explain();
    if (trouble !== null) throw trouble;
  } finally {
    archive.destroy();
    xz.kill();
    await Promise.all([xz, given, fed]);
    await handle.close();
  }
}

async function openArchive(file: string): Promise<FileHandle> {
  try {
    return await openRegular(file);
  } catch (error) {
    throw new UsageError(
      'kdir.no-archive',
      `${whyUnreadable(error, file)}. Name an archive of kernel-rust-module kdir --pack.`,
    );
  }
}

function whyUnreadable(error: unknown, file: string): string {
  if (error instanceof Failure) return `${quotePath(file)} is not a file`;
  if (errnoOf(error) === undefined) throw error;
  return errnoOf(error) === 'ENOENT' ? `There is no file ${quotePath(file)}` : `Cannot read ${quotePath(file)}`;
}

type Explain = (error?: Error) => Promise<Error | null>;

/** The same items, and errors as sentences. */
async function* explained<T>(source: AsyncIterable<T>, explain: Explain): AsyncGenerator<T, void> {
  try {
    yield* source;
  } catch (error) {
    throw error instanceof Error ? ((await explain(error)) ?? error) : error;
  }
}

async function* limited(
  source: AsyncIterable<Buffer>,
  allowance: Allowance,
  file: string,
): AsyncGenerator<Buffer, void> {
  for await (const chunk of source) {
    allowance.bytes -= chunk.length;
    if (allowance.bytes < 0) {
      throw new Failure('kdir.archive', `${quotePath(file)} holds more than a kernel tree. Nothing of it was used.`);
    }
    yield chunk;
  }
}

/** xz's words and tar's for a file that ends too early. */
const cutShort = /unexpected end/i;

function damaged(file: string, words: string): Failure {
  const found = /not recognized/.test(words)
    ? 'is no archive that kdir --pack made'
    : cutShort.test(words)
      ? 'is cut short'
      : `is damaged (${words})`;
  return new Failure('kdir.archive', `${quotePath(file)} ${found}: get the whole file again.`);
}
