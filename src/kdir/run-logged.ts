import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { WriteStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { Failure } from '../failure.ts';
import { endGroup, tellGroup } from '../process/group.ts';

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
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let forced: NodeJS.Timeout | undefined;
    const end = () => {
      forced = endGroup(child);
    };
    stop.addEventListener('abort', end);
    try {
      for (const stream of [child.stdout, child.stderr]) {
        stream.pipe(log, { end: false });
        createInterface({ input: stream }).on('line', (line) => {
          heedAll?.(line);
          heed?.(line);
        });
      }
      // What outlives the program must not keep its pipes open, and may have left the group.
      child.once('exit', () => {
        tellGroup(child, 'SIGKILL');
        setTimeout(() => {
          for (const stream of [child.stdout, child.stderr]) stream.destroy();
        }, grace).unref();
      });
      const [code] = await once(child, 'close');
      stop.throwIfAborted();
      if (code !== 0) throw new Failure('kdir.failed', `${basename(file)} failed`);
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? new Failure('kdir.no-tool', `${file} is not installed`)
        : error;
    } finally {
      stop.removeEventListener('abort', end);
      clearTimeout(forced);
    }
  };
}
