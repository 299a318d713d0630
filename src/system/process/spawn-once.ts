import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, notStarted, timedOut } from './answer.ts';
import type { ProcessGroups } from './process-groups.ts';

/** Bytes kept of each stream. */
const outputLimit = 64 * 1024;

/**
 * How long, once a command has ended, something that left its process group may keep its output open; and how long a command
 * that was ended by force is waited for: one that is traced, or in an uninterruptible sleep, does not end. Milliseconds.
 */
const grace = 100;

type Child = ChildProcessByStdio<null, Readable, Readable>;
type StartedChild = Child & { pid: number };

export interface SpawnOptions {
  env: NodeJS.ProcessEnv;
  /** How long it may take, in milliseconds. */
  limitMs: number;
  groups: ProcessGroups;
  /** Default: `/`. */
  cwd?: string;
}

/**
 * Runs one command to its end, without a shell and without input, in a process group of its own, of which nothing is left
 * afterwards. Never rejects, and is done soon after the limit whatever the command does.
 *
 * It uses node:child_process itself: a library around it costs as much as a third of the whole probe.
 */
export async function spawnOnce(path: string, args: readonly string[], options: SpawnOptions): Promise<Answer> {
  const deadline = performance.now() + options.limitMs;
  const started = await start(path, args, options, deadline);
  return 'ended' in started ? started : listen(started, deadline, options.groups);
}

function listen(child: StartedChild, deadline: number, groups: ProcessGroups): Promise<Answer> {
  groups.add(child.pid);
  return new Promise((resolve) => {
    let forced: 'timeout' | 'overflow' | undefined;
    let exited = false;
    let givenUp: NodeJS.Timeout | undefined;
    const settle = (ended: Answer['ended'], exitCode: number | null) => {
      clearTimeout(limit);
      clearTimeout(givenUp);
      resolve({ stdout: stdout(), stderr: stderr(), ended, exitCode });
    };
    const close = () => {
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const end = () => {
      groups.end(child.pid);
      givenUp ??= setTimeout(() => {
        close();
        if (exited) return;
        child.unref();
        settle(forced ?? 'timeout', null);
      }, grace);
    };
    const force = (reason: typeof forced) => {
      if (exited) return;
      forced ??= reason;
      end();
    };
    const stdout = collect(child.stdout, () => force('overflow'));
    const stderr = collect(child.stderr, () => force('overflow'));
    // What came while this process was busy with something else is heard first: then the command was in time.
    const limit = setTimeout(() => setImmediate(() => force('timeout')), deadline - performance.now());
    child.once('exit', () => {
      exited = true;
      clearTimeout(givenUp);
      givenUp = undefined;
      end();
    });
    child.once('close', (code, signal) => {
      const ended = forced ?? (signal === null ? 'exit' : 'signal');
      settle(ended, ended === 'exit' ? code : null);
    });
  });
}

/** The system has no room for another process or file just now: that says nothing of the command. */
const busy = new Set(['EAGAIN', 'ENOMEM', 'EMFILE', 'ENFILE']);

/** Milliseconds until that is tried again. */
const pause = 50;

/** Starts a command. @returns what became of it when it could not be started. */
async function start(
  path: string,
  args: readonly string[],
  { env, groups, cwd = '/' }: SpawnOptions,
  deadline: number,
): Promise<StartedChild | Answer> {
  const marked = { ...env, [groups.marker]: '1' };
  for (;;) {
    const child = tryToSpawn(path, args, marked, cwd);
    if (typeof child !== 'string' && isStarted(child)) return child;
    const code = typeof child === 'string' ? child : await whyNot(child);
    if (!busy.has(code)) return notStarted;
    if (performance.now() + pause > deadline) return timedOut;
    await sleep(pause);
  }
}

/** @returns the system's short name for why not, where Node throws it; it tells of most reasons by an event. */
function tryToSpawn(path: string, args: readonly string[], env: NodeJS.ProcessEnv, cwd: string): Child | string {
  try {
    return spawn(path, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  } catch (error) {
    return codeOf(error);
  }
}

function isStarted(child: Child): child is StartedChild {
  return child.pid !== undefined;
}

async function whyNot(child: Child): Promise<string> {
  const [error] = await once(child, 'error');
  return codeOf(error);
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

/** Keeps the start of what a stream says, and gives it as text when asked. */
function collect(stream: Readable, whenFull: () => void): () => string {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes < outputLimit) return;
    whenFull();
    stream.destroy();
  });
  return () => Buffer.concat(chunks).toString('utf8', 0, outputLimit);
}
