import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Failure } from '../../model/failure.ts';

/** Gives back a lock. */
export type Unlock = () => Promise<void>;

/** Exit status by which flock says that another one holds the lock. */
const taken = 75;

/**
 * Takes a lock that ends with this process, however that ends: a child holds it, and lives until its input is closed.
 * @param file any file; it is created where there is none, and not written
 * @param busy what to say where another process holds it
 * @returns what gives it back, and waits until another process can take it
 * @throws Failure where another process holds it, or no lock can be had.
 */
export async function takeLock(file: string, busy: string): Promise<Unlock> {
  const argv = ['--nonblock', '--conflict-exit-code', String(taken), file, 'cat'];
  // Ctrl-C must not reach it before the work under the lock is tidied up.
  const holder = spawn('flock', argv, { stdio: ['pipe', 'pipe', 'ignore'], detached: true });
  holder.stdin.on('error', () => {});
  holder.stdin.write('held\n');
  // It answers when it has the lock, or ends, or could not be started.
  const ended = once(holder, 'exit').catch((error) => [error]);
  const [answer] = await Promise.race([once(holder.stdout, 'data'), ended]);
  if (Buffer.isBuffer(answer)) {
    return async () => {
      holder.stdin.end();
      await ended;
    };
  }
  if (answer === taken) throw new Failure('kdir.busy', busy);
  const how = answer instanceof Error ? answer.message : `it ended with status ${answer}`;
  throw new Failure('kdir.lock', `${file} cannot be locked with flock of util-linux: ${how}.`);
}
