import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { endGroup, groupEnded } from './group.ts';
import { keepTrack } from './live-groups.ts';
import { createMarker } from './strays.ts';

interface GroupOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
  stdio: StdioOptions;
  /** Ends it: first it is asked to. */
  told: AbortSignal;
  /** Ends it after as many milliseconds. */
  limitMs?: number;
}

/** A program that was started with all that it starts. */
export interface StartedGroup {
  child: ChildProcess;
  /**
   * Its exit status when it has ended, and with it all that it started; null when a signal ended it.
   * Rejects with the system's error where it could not be started.
   */
  ended: Promise<number | null>;
}

/** Milliseconds that it may take to end by force: what is traced, or in an uninterruptible sleep, does not end at all. */
const longestEnd = 5000;

/** Starts a program without a shell, in a process group of its own, of which nothing is left when it has ended. */
export function startGroup(
  [file = '', ...args]: readonly string[],
  { cwd, env, stdio, told, limitMs }: GroupOptions,
): StartedGroup {
  const marker = createMarker();
  const child = spawn(file, args, { cwd, env: { ...env, [marker]: '1' }, stdio, detached: true });
  const { pid } = child;
  const forget = pid === undefined ? () => {} : keepTrack({ pid, marker });
  const timers: NodeJS.Timeout[] = [];
  const exit = once(child, 'exit').then(([code]): number | null => code);
  let giveUp = () => {};
  const lost = new Promise<null>((resolve) => {
    giveUp = () => resolve(null);
  });
  const end = () => {
    if (timers.length === 0) timers.push(endGroup(child), setTimeout(giveUp, longestEnd));
  };
  const limit = limitMs === undefined ? undefined : setTimeout(end, limitMs);
  told.addEventListener('abort', end);
  if (told.aborted) end();
  // make ends before the scripts that it told to end, which tidy up.
  const tidied = exit.then(async (code) => {
    if (timers.length > 0) await groupEnded(child);
    return code;
  });
  const ended = Promise.race([tidied, lost]).finally(() => {
    told.removeEventListener('abort', end);
    clearTimeout(limit);
    timers.forEach(clearTimeout);
    child.unref();
    forget();
  });
  return { child, ended };
}
