import type { Stats } from 'node:fs';
import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  opendirSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';

/*
 * Reading what may not be there, may be unreadable or may be something else than expected: nothing here throws.
 * Synchronous on purpose: each call takes microseconds while the commands run beside it,
 * whereas a trip through the thread pool takes a hundred.
 */

/** What lies at the path, links followed; null when nothing does or it cannot be reached. */
export function stat(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

/** Whether a file lies at the path. */
export function isFile(path: string): boolean {
  return stat(path)?.isFile() ?? false;
}

/**
 * Whether this user may do something with what lies at the path.
 * @param mode `constants.R_OK`, `W_OK` or `X_OK` of node:fs
 */
export function permits(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

/** A folder that takes more bytes than this in its file system has tens of thousands of names. */
const longFolder = 1024 * 1024;

/** How many names of a long folder are read. */
const mostNames = 10_000;

/** Names in the folder, of a very long one some; null when it is none or cannot be listed. */
export function list(folder: string): string[] | null {
  // Asked first, since an error costs more than looking.
  const stats = stat(folder);
  if (stats === null) return null;
  try {
    return stats.size > longFolder ? firstNames(folder) : readdirSync(folder);
  } catch {
    return null;
  }
}

function firstNames(folder: string): string[] {
  const open = opendirSync(folder);
  try {
    const names: string[] = [];
    for (let entry = open.readSync(); entry && names.length < mostNames; entry = open.readSync())
      names.push(entry.name);
    return names;
  } finally {
    open.closeSync();
  }
}

/** The path with every link followed; the path itself where that fails. */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

/** A file that is open for reading. */
export interface OpenFile {
  /** In bytes; 0 for what the kernel makes up when it is read, as below /proc. */
  size: number;
  /**
   * The bytes from a place on: fewer where the file ends before, none for a place that no file has.
   * @param into memory to put them in, at least as much, instead of some of their own
   */
  read(at: number, bytes: number, into?: Buffer): Buffer;
}

/**
 * Reads parts of a file. A named pipe is not waited for, and no device is opened.
 * @param use what to do while it is open
 * @returns what `use` returns; null when there is no file to read
 */
export function withFile<T>(path: string, use: (file: OpenFile) => T): T | null {
  // Opening alone does something to some devices (/dev/watchdog); and an error costs more than looking.
  if (!isFile(path)) return null;
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const open = descriptor;
    const stats = fstatSync(open);
    if (!stats.isFile()) return null;
    return use({
      size: stats.size,
      read(at, bytes, into) {
        if (!Number.isSafeInteger(at) || at < 0) return Buffer.alloc(0);
        const buffer = into ?? Buffer.allocUnsafe(bytes);
        return buffer.subarray(0, readSync(open, buffer, 0, bytes, at));
      },
    });
  } catch {
    return null;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** The first bytes of a file; null when there is no file to read. A named pipe is not waited for. */
export function readStart(path: string, bytes: number): Buffer | null {
  return withFile(path, ({ read }) => read(0, bytes));
}

/** The text of a small file, at most `bytes` of it; null when there is no file to read. */
export function readText(path: string, bytes = 4096): string | null {
  return readStart(path, bytes)?.toString() ?? null;
}
