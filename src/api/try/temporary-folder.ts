import { mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseErrno } from '../../system/files/errno.ts';
import { heedSignals } from '../../system/process/heed-signals.ts';

/**
 * Does some work in a new folder among the system's temporary ones, which is gone afterwards, however the work ends.
 * A signal to end tells the work to stop, and has its usual effect when the folder is gone.
 * @param work must have ended all that writes into the folder when it is done
 * @throws what the work throws; UsageError where no folder can be made.
 */
export async function inTemporaryFolder<T>(work: (folder: string, told: AbortSignal) => Promise<T>): Promise<T> {
  return heedSignals(async (told) => {
    const folder = makeFolder();
    try {
      return await work(folder, told);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}

function makeFolder(): string {
  try {
    return mkdtempSync(join(realpathSync(tmpdir()), 'kernel-rust-module-'));
  } catch (error) {
    throw refuseErrno(error, tmpdir());
  }
}
