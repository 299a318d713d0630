import { mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseErrno } from '../writer/errno.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does some work in a new folder among the system's temporary ones, which is gone afterwards, however the work ends.
 * A signal to end tells the work to stop, and has its usual effect when the folder is gone.
 * @param work must have ended all that writes into the folder when it is done
 * @throws what the work throws; UsageError where no folder can be made.
 */
export async function inTemporaryFolder<T>(work: (folder: string, told: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const onSignal = (signal: NodeJS.Signals) => stop.abort(signal);
  for (const signal of signals) process.on(signal, onSignal);
  let folder: string | undefined;
  try {
    folder = makeFolder();
    return await work(folder, stop.signal);
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    for (const signal of signals) process.off(signal, onSignal);
    const { aborted, reason } = stop.signal;
    if (aborted && process.listenerCount(reason) === 0) process.kill(process.pid, reason);
  }
}

function makeFolder(): string {
  try {
    return mkdtempSync(join(realpathSync(tmpdir()), 'kernel-rust-module-'));
  } catch (error) {
    throw refuseErrno(error, tmpdir());
  }
}
