import type { WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Failure } from '../failure.ts';
import { readRegular } from '../observe/regular-file.ts';
import { errnoOf, refuseErrno } from '../writer/errno.ts';

/** How much of the end of a log is shown, in lines. */
const shown = 12;

/**
 * What to say of a build that failed: with the last lines of its log where a program failed, and where all of them are.
 * @param log the stream that wrote the file
 */
export async function failedBuild(error: unknown, file: string, log: WriteStream): Promise<unknown> {
  // What is not where it belongs is no fault of the folder that is written to.
  if (errnoOf(error) === 'ENOENT') return error;
  if (!(error instanceof Failure && error.code === 'kdir.failed')) return refuseErrno(error, file);
  log.end();
  await finished(log);
  const lines = (await readRegular(file)).split('\n').filter((line) => line.trim() !== '');
  return new Failure(
    error.code,
    `${error.message}; no tree was made. The last lines of ${file}:\n${lines.slice(-shown).join('\n')}`,
  );
}
