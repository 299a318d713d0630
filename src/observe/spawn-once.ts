import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { type Answer, notStarted } from './answer.ts';
import type { ProcessGroups } from './process-groups.ts';

/** Bytes kept of each stream. */
const outputLimit = 64 * 1024;

/** How long, once a command has ended, something that left its process group may keep its output open. Milliseconds. */
const grace = 100;

type Child = ChildProcessByStdio<null, Readable, Readable>;

/**
 * Runs one command to its end, without a shell and without input, in `/` and in a process group of its own,
 * of which nothing is left afterwards. Never rejects.
 *
 * It uses node:child_process itself: a library around it costs as much as a third of the whole probe.
 */
export function spawnOnce(
  path: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  timeoutMs: number,
  groups: ProcessGroups,
): Promise<Answer> {
  const child = tryToSpawn(path, args, env);
  const leader = child?.pid;
  if (child === null || leader === undefined) return Promise.resolve(notStarted);
  groups.add(leader);

  return new Promise((resolve) => {
    let forced: 'timeout' | 'overflow' | undefined;
    const end = () => {
      groups.end(leader);
      setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, grace).unref();
    };
    const force = (reason: typeof forced) => {
      forced ??= reason;
      end();
    };
    const stdout = collect(child.stdout, () => force('overflow'));
    const stderr = collect(child.stderr, () => force('overflow'));
    const limit = setTimeout(() => force('timeout'), timeoutMs);
    child.once('exit', end);
    child.once('close', (code, signal) => {
      clearTimeout(limit);
      const ended = forced ?? (signal === null ? 'exit' : 'signal');
      resolve({ stdout: stdout(), stderr: stderr(), ended, exitCode: ended === 'exit' ? code : null });
    });
  });
}

/** A command that cannot be started has no process id. Why it has none is thrown, or told by an event: neither matters here. */
function tryToSpawn(path: string, args: readonly string[], env: NodeJS.ProcessEnv): Child | null {
  try {
    const child = spawn(path, args, { cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    return child.once('error', () => {});
  } catch {
    return null;
  }
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
