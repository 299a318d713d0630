import { chosen } from '../../system/make.ts';
import { startGroup } from '../../system/process/start-group.ts';

/**
 * Runs `make` in a module's folder, in a process group of its own, of which nothing is left afterwards.
 * It writes to a file and not to a pipe, which something that outlives make could keep open.
 * @param log file descriptor for all that is said
 * @param limitMs when to give up, in milliseconds
 * @returns make's exit status; null where it did not start or end by itself.
 */
export async function runMake(folder: string, log: number, limitMs: number, told: AbortSignal): Promise<number | null> {
  if (told.aborted) return null;
  const { ended } = startGroup(['make', '--no-print-directory', 'modules'], {
    cwd: folder,
    env: { ...process.env, ...chosen },
    stdio: ['ignore', log, log],
    told,
    limitMs,
  });
  // What could not be started has no word in the log; the exit status says it.
  return ended.catch(() => null);
}
