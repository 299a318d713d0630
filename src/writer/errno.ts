import { quoteInput } from '../scaffold/quote.ts';
import { UsageError } from '../usage-error.ts';

/** What the system says, in one clause, and what to do about it. */
const sentences: Record<string, { code: string; found: string; remedy: string }> = {
  EACCES: { code: 'folder.not-writable', found: 'you have no leave to write there', remedy: 'choose another place' },
  EPERM: { code: 'folder.not-writable', found: 'you have no leave to write there', remedy: 'choose another place' },
  EROFS: { code: 'folder.not-writable', found: 'its file system is read-only', remedy: 'choose another place' },
  ENOSPC: { code: 'folder.disk-full', found: 'its disk is full', remedy: 'make room and try again' },
  EDQUOT: { code: 'folder.disk-full', found: 'your quota on its disk is used up', remedy: 'make room and try again' },
  ENOTDIR: { code: 'folder.is-a-file', found: 'a part of that path is a file', remedy: 'choose another place' },
  EEXIST: { code: 'folder.changed', found: 'something else changed it meanwhile', remedy: 'try again' },
  ENOENT: { code: 'folder.changed', found: 'something else changed it meanwhile', remedy: 'try again' },
  ENOTEMPTY: { code: 'folder.changed', found: 'something else changed it meanwhile', remedy: 'try again' },
  ELOOP: { code: 'folder.loop', found: 'its links lead in a circle', remedy: 'choose another place' },
  ENAMETOOLONG: {
    code: 'folder.too-long',
    found: 'its path is too long for the file system',
    remedy: 'choose a shorter one',
  },
};

/** The system's short name for an error, `ENOSPC`. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
}

/** A file system's error as a sentence about the folder that could not be used. Errors of another kind come back as they are. */
export function refuseErrno(error: unknown, path: string): unknown {
  const known = sentences[errnoOf(error) ?? ''];
  if (!known) return error;
  return new UsageError(known.code, `Cannot write to ${quoteInput(path)}, since ${known.found}: ${known.remedy}.`);
}

/** What to say when something else wrote to a place between planning and writing. */
export function changedMeanwhile(path: string): UsageError {
  return new UsageError('folder.changed', `${quoteInput(path)} was changed by something else meanwhile. Try again.`);
}
