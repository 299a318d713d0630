import { once } from 'node:events';
import type { WriteStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../../model/failure.ts';
import { startGroup } from '../../system/process/start-group.ts';

/** How long, once a program has ended, something that left its process group may keep its output open. Milliseconds. */
const grace = 500;

interface RunOptions {
  /** Is given each line that the program says. */
  heed?: (line: string) => void;
  cwd?: string;
}

/** What all programs have in common. */
export interface Workplace {
  /** Their whole environment. */
  env: NodeJS.ProcessEnv;
  log: WriteStream;
  /** Ends them. */
  stop: AbortSignal;
  /** Is given each line that any of them says. */
  heed?: ((line: string) => void) | undefined;
}

/**
 * Runs a program to its end. All that it says goes to the log.
 * @throws Failure where it fails; the signal's reason where it was stopped.
 */
export type RunLogged = (argv: readonly string[], options?: RunOptions) => Promise<void>;

/**
 * Makes what runs programs: without a shell or input, each in a process group of its own, of which nothing is left afterwards.
 */
export function createRunLogged({ env, log, stop, heed: heedAll }: Workplace): RunLogged {
  return async ([file = '', ...args], { heed, cwd = '/' } = {}) => {
    stop.throwIfAborted();
    log.write(`\n$ ${[file, ...args].join(' ')}\n`);
    const stdio = ['ignore', 'pipe', 'pipe'] as const;
    const { child, ended } = startGroup([file, ...args], { cwd, env, stdio: [...stdio], told: stop });
    try {
      const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
      for (const stream of streams) {
        stream.pipe(log, { end: false });
        createInterface({ input: stream }).on('line', (line) => {
          heedAll?.(line);
          heed?.(line);
        });
      }
      const closed = once(child, 'close').catch(() => {});
      const code = await ended;
      // All that it started has ended by now, unless it has left no trace of where it came from.
      await Promise.race([closed, sleep(grace, undefined, { ref: false })]);
      for (const stream of streams) stream.destroy();
      stop.throwIfAborted();
      if (code !== 0) throw new Failure('kdir.failed', `${basename(file)} failed`);
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? new Failure('kdir.no-tool', `${file} is not installed`)
        : error;
    }
  };
}
