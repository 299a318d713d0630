import type { WriteStream } from 'node:fs';
import { knownFailures } from '../../knowledge/module/failures.ts';
import { Failure } from '../../model/failure.ts';
import { errnoOf, refuseErrno } from '../../system/files/errno.ts';
import { readRegular } from '../../system/files/regular-file.ts';
import { endLog } from '../prepare-places.ts';

/** How much of the end of a log is shown, in lines. */
const shown = 12;

/** How much of the end of a log is looked through for a known cause, in characters. */
const looked = 100_000;

/**
 * What to say of a build that failed: with the last lines of its log where a program failed, and where all of them are.
 * @param log the stream that wrote the file
 */
export async function failedBuild(error: unknown, file: string, log: WriteStream): Promise<unknown> {
  // What is not where it belongs is no fault of the folder that is written to.
  if (errnoOf(error) === 'ENOENT') return error;
  if (!(error instanceof Failure && error.code === 'kdir.failed')) return refuseErrno(error, file);
  await endLog(log);
  const said = (await readRegular(file)).slice(-looked);
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const known = knownFailures.find(({ pattern }) => lines.some((line) => new RegExp(pattern).test(line)));
  return new Failure(
    error.code,
    [
      `${error.message}; no tree was made. The last lines of ${file}:`,
      ...lines.slice(-shown),
      ...(known ? [`Known cause: ${known.cause}`] : []),
    ].join('\n'),
  );
}
