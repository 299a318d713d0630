import { access, constants, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import { Failure } from '../failure.ts';
import { quoteInput } from '../scaffold/quote.ts';
import { UsageError } from '../usage-error.ts';
import { errnoOf } from '../writer/errno.ts';
import { startXz, xzTrouble } from './pack-xz.ts';

/** Five times what 7.3 needs. An archive can hold any number of zeros: 150 kB of xz make a gigabyte of them. */
const mostBytes = 2 ** 30;

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
export async function* readEntries(file: string, stop?: AbortSignal): AsyncGenerator<ArchiveEntry, void> {
  await refuseUnreadable(file);
  const xz = startXz([...decompression, '--', resolve(file)], stop);
  /** Why the stream broke, or came to an end, before its time: in xz's words where it has some. */
  const explain: Explain = async (error) => {
    if (error instanceof Failure) return error;
    const trouble = xzTrouble(await xz) ?? error?.message;
    stop?.throwIfAborted();
    return trouble === undefined ? null : damaged(file, trouble);
  };
  const archive = extract();
  // Who reads the archive is told of errors too.
  const fed = pipeline(limited(xz.stdout, file), archive).catch(() => {});
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
    await Promise.all([xz, fed]);
  }
}

async function refuseUnreadable(file: string): Promise<void> {
  let found: string;
  try {
    await access(file, constants.R_OK);
    if ((await stat(file)).isFile()) return;
    found = `${quoteInput(file)} is no file`;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    found = `${errnoOf(error) === 'ENOENT' ? 'There is no file' : 'You have no leave to read'} ${quoteInput(file)}`;
  }
  throw new UsageError('kdir.no-archive', `${found}: name an archive that kernel-rust-module kdir --pack made.`);
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

async function* limited(source: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer, void> {
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > mostBytes) {
      throw new Failure(
        'kdir.archive',
        `${quoteInput(file)} holds more than a gigabyte, which no kernel tree needs: nothing of it was used.`,
      );
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
  return new Failure('kdir.archive', `${quoteInput(file)} ${found}: get the whole file again.`);
}
