import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Who the author is by git's configuration, as it holds in a folder: `Jane Doe <jane@example.org>`, or the name alone.
 * @returns null where git is missing, hangs, or does not know.
 */
export async function gitAuthor(folder: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  const options = { cwd: folder, env, timeout: 5000, maxBuffer: 64 * 1024 };
  const asked = run('git', ['config', '--null', '--get-regexp', '^user\\.(name|email)$'], options);
  const { stdout } = await asked.catch(() => ({ stdout: '' }));
  // Each entry is a key, a line break and a value; the one that holds comes last.
  const values = new Map(stdout.split('\0').map((entry) => entry.split(/\n(.*)/s, 2) as [string, string]));
  const name = values.get('user.name');
  const email = values.get('user.email');
  if (!name) return null;
  return email ? `${name} <${email}>` : name;
}
