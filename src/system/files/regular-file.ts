import { constants } from 'node:fs';
import { type FileHandle, lstat, open, stat } from 'node:fs/promises';
import { Failure } from '../../model/failure.ts';
import { quotePath } from '../../text/quote.ts';

/** The longest text that is read anywhere, a kernel's generated bindings, has 6 MB. */
const longest = 64 * 1024 * 1024;

/** How a file is read. */
export interface Reading {
  /** How many bytes it may have. */
  most?: number;
  /** Whether a link in its place is followed, as by default, or refused. */
  follow?: boolean;
}

/**
 * Opens an ordinary file for reading: a named pipe is not waited for, and no device is opened, since opening alone does
 * something to some (/dev/watchdog).
 * @throws the file system's error; Failure for what is not an ordinary file, or longer than it may be.
 */
export async function openRegular(path: string, { most = Infinity, follow = true }: Reading = {}): Promise<FileHandle> {
  if (!(await (follow ? stat(path) : lstat(path))).isFile()) throw notOrdinary(path);
  const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = constants;
  const file = await open(path, O_RDONLY | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW));
  // It may be another one by now.
  const stats = await file.stat();
  if (stats.isFile() && stats.size <= most) return file;
  await file.close();
  throw stats.isFile() ? tooLong(path, most) : notOrdinary(path);
}

/**
 * The bytes of an ordinary file, no more than it had when it was opened.
 * @throws as `openRegular`.
 */
export async function* readChunks(path: string, reading?: Reading): AsyncGenerator<Buffer, void> {
  const file = await openRegular(path, reading);
  try {
    const { size } = await file.stat();
    if (size > 0) yield* file.createReadStream({ end: size - 1, autoClose: false });
  } finally {
    await file.close();
  }
}

/**
 * The text of an ordinary file.
 * @throws as `openRegular`.
 */
export async function readRegular(
  path: string,
  { encoding = 'utf8', most = longest, follow = true }: Reading & { encoding?: BufferEncoding } = {},
): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(path, { most, follow })) chunks.push(chunk);
  return Buffer.concat(chunks).toString(encoding);
}

function tooLong(path: string, most: number): Failure {
  const megabytes = Math.ceil(most / 1e6);
  return new Failure('file.too-long', `${quotePath(path)} is longer than ${megabytes} MB, which no such file is.`);
}

function notOrdinary(path: string): Failure {
  return new Failure('file.not-ordinary', `${quotePath(path)} is not an ordinary file.`);
}
