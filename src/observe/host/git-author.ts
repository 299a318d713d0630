import { guardProcessGroups } from '../../system/process/process-groups.ts';
import { spawnOnce } from '../../system/process/spawn-once.ts';
import { programPath } from '../run/path.ts';
import { startable } from '../run/program.ts';

/** How long git may take to read its configuration, in milliseconds. */
const limitMs = 5000;

/**
 * Who the author is by git's configuration, as it holds in a folder: `Jane Doe <jane@example.org>`, or the name alone.
 * @returns null where git is missing, hangs, or does not know.
 */
export async function gitAuthor(folder: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  // Each entry is a key, a line break and a value; the one that holds comes last.
  const values = new Map(
    (await ask(folder, env)).split('\0').map((entry) => entry.split(/\n(.*)/s, 2) as [string, string]),
  );
  const name = values.get('user.name');
  const email = values.get('user.email');
  if (!name) return null;
  return email ? `${name} <${email}>` : name;
}

async function ask(cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  const git = programPath(env.PATH).first('git');
  if (git === null || !startable(git)) return '';
  const groups = guardProcessGroups();
  try {
    const args = ['config', '--null', '--get-regexp', '^user\\.(name|email)$'];
    const { stdout, exitCode } = await spawnOnce(git.path, args, { env, limitMs, groups, cwd });
    return exitCode === 0 ? stdout : '';
  } finally {
    groups.release();
  }
}
