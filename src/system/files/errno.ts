import { constants } from 'node:os';
import { getSystemErrorMap } from 'node:util';
import { Failure } from '../../model/failure.ts';
import { quoteInput } from '../../text/quote.ts';

/** What a person can do about an error of the file system, and what it says where the system's own words are no help. */
const known: Record<string, { code: string; found?: string; remedy: string }> = {
  EACCES: { code: 'folder.not-writable', remedy: 'Choose another folder.' },
  EPERM: { code: 'folder.not-writable', remedy: 'Choose another folder.' },
  EROFS: { code: 'folder.not-writable', remedy: 'Choose another folder.' },
  ENOSPC: { code: 'folder.disk-full', found: 'the disk is full', remedy: 'Make room and try again.' },
  EDQUOT: { code: 'folder.disk-full', found: 'your disk quota is used up', remedy: 'Make room and try again.' },
  ENOTDIR: { code: 'folder.is-a-file', found: 'a part of that path is a file', remedy: 'Choose another folder.' },
  EEXIST: { code: 'folder.changed', found: 'something else changed it meanwhile', remedy: 'Try again.' },
  ENOENT: { code: 'folder.changed', found: 'something else changed it meanwhile', remedy: 'Try again.' },
  ENOTEMPTY: { code: 'folder.changed', found: 'something else changed it meanwhile', remedy: 'Try again.' },
  ELOOP: { code: 'folder.loop', found: 'its links lead in a circle', remedy: 'Choose another folder.' },
  ENAMETOOLONG: {
    code: 'folder.too-long',
    found: 'the path is too long for the file system',
    remedy: 'Choose a shorter one.',
  },
  EMFILE: { code: 'system.limit', remedy: 'Close other programs, or raise the limit (ulimit -n), and try again.' },
  ENFILE: { code: 'system.limit', remedy: 'Close other programs and try again.' },
  EIO: { code: 'system.disk', found: 'input/output error', remedy: 'See what the kernel log says of that disk.' },
  ESTALE: { code: 'system.disk', found: 'stale file handle', remedy: 'Mount that file system again.' },
};

/** The system's short name for its error, `ENOSPC`; undefined for an error that is not the system's. */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { errno, code } = error as NodeJS.ErrnoException;
  // Node numbers all of the system's errors, and names those that its library knows: EDQUOT and ESTALE are not among them.
  if (typeof errno !== 'number') return undefined;
  const [name] = Object.entries(constants.errno).find(([, number]) => number === Math.abs(errno)) ?? [];
  return name ?? code;
}

/** A file system's error as a sentence about the place that could not be used. Errors of another kind come back as they are. */
export function refuseErrno(error: unknown, path: string): unknown {
  const name = errnoOf(error);
  if (name === undefined) return error;
  const { code = 'system.error', remedy } = known[name] ?? {};
  return new Failure(code, sentences(`Cannot write to ${quoteInput(path)}: ${wordsOf(error, name)}.`, remedy));
}

/** Any error of the system that nobody has said more about, in a sentence; null for an error of another kind. */
export function systemFailure(error: unknown): Failure | null {
  const name = errnoOf(error);
  if (name === undefined) return null;
  const { syscall = 'a system call', path } = error as NodeJS.ErrnoException;
  const [word = '', program] = syscall.split(' ');
  const place = path ?? program;
  const subject = place === undefined ? '' : ` ${quoteInput(place)}`;
  const { remedy } = name === 'ENOENT' ? {} : (known[name] ?? {});
  const words = name === 'ENOENT' ? 'no such file or folder' : wordsOf(error, name);
  return new Failure(
    'system.error',
    sentences(`Cannot ${verbs[word] ?? `do ${word} on`}${subject}: ${words}.`, remedy),
  );
}

/** What system calls do, where their names do not say it. */
const verbs: Record<string, string> = {
  open: 'open',
  read: 'read',
  write: 'write',
  spawn: 'start',
  mkdir: 'make the folder',
  mkdtemp: 'make a folder',
  rename: 'rename',
  unlink: 'remove',
  rmdir: 'remove',
  scandir: 'list',
  opendir: 'list',
  stat: 'look at',
  lstat: 'look at',
  access: 'look at',
  readlink: 'follow the link',
  realpath: 'follow the path',
  symlink: 'make the link',
  copyfile: 'copy',
  uv_cwd: 'find the current folder',
};

function wordsOf(error: unknown, name: string): string {
  const { errno = 0 } = error as NodeJS.ErrnoException;
  return known[name]?.found ?? getSystemErrorMap().get(errno)?.[1] ?? `the system's error ${name}`;
}

function sentences(...all: (string | undefined)[]): string {
  return all.filter((one) => one !== undefined).join(' ');
}

/** What to say when something else wrote to a place between planning and writing. */
export function changedMeanwhile(path: string): Failure {
  return new Failure('folder.changed', `${quoteInput(path)} was changed by something else meanwhile. Try again.`);
}
