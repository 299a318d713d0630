import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { Failure } from '../failure.ts';
import { quoteInput } from '../scaffold/quote.ts';

/** The longest text that is read anywhere, a kernel's generated bindings, has 6 MB. */
const longest = 64 * 1024 * 1024;

/**
 * Opens an ordinary file for reading: a named pipe is not waited for, and no device is opened, since opening alone does
 * something to some (/dev/watchdog).
 * @throws the file system's error; Failure for what is not an ordinary file.
 */
export async function openRegular(path: string): Promise<FileHandle> {
  if (!(await stat(path)).isFile()) throw notOrdinary(path);
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  // It may be another one by now.
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw notOrdinary(path);
}

/**
 * The text of an ordinary file.
 * @throws the file system's error; Failure for what is not an ordinary file, or a giant.
 */
export async function readRegular(path: string, encoding: BufferEncoding = 'utf8'): Promise<string> {
  const file = await openRegular(path);
  try {
    const { size } = await file.stat();
    if (size > longest) throw tooLong(path, longest);
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(size), 0, size, 0);
    return buffer.toString(encoding, 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The refusal of a file that is longer than any of its kind. */
export function tooLong(path: string, most: number): Failure {
  const megabytes = Math.ceil(most / 1e6);
  return new Failure('file.too-long', `${quoteInput(path)} is longer than ${megabytes} MB, which no such file is.`);
}

function notOrdinary(path: string): Failure {
  return new Failure('file.not-ordinary', `${quoteInput(path)} is not an ordinary file.`);
}
