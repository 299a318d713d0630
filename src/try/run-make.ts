import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chosen } from '../boot/make.ts';
import { endGroup, tellGroup } from '../process/group.ts';

/**
 * Runs `make` in a module's folder, in a process group of its own, of which nothing is left afterwards.
 * It writes to a file and not to a pipe, which something that outlives make could keep open.
 * @param log file descriptor for all that is said
 * @param limitMs when to give up, in milliseconds
 * @returns make's exit status; null where it did not start or end by itself.
 */
export async function runMake(folder: string, log: number, limitMs: number, told: AbortSignal): Promise<number | null> {
  if (told.aborted) return null;
  const env = { ...process.env, ...chosen };
  const child = spawn('make', ['--no-print-directory', 'modules'], {
    cwd: folder,
    env,
    stdio: ['ignore', log, log],
    detached: true,
  });
  let forced: NodeJS.Timeout | undefined;
  const end = () => {
    forced = endGroup(child);
  };
  const limit = setTimeout(end, limitMs);
  told.addEventListener('abort', end);
  try {
    const [code] = await once(child, 'exit');
    return code;
  } catch {
    // It could not be started; the log has no word of that, the exit status says it.
    return null;
  } finally {
    told.removeEventListener('abort', end);
    clearTimeout(limit);
    clearTimeout(forced);
    tellGroup(child, 'SIGKILL');
  }
}
