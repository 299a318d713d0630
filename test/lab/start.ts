import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { binds, environment } from './environment.ts';
import { labFolders } from './folders.ts';
import type { Root } from './root.ts';
import { atTerminal, watch } from './terminal.ts';

export interface RunOptions {
  /** `lab` is an ordinary user with a home. Default: root. */
  user?: 'root' | 'lab';
  /** Default: the user's home. */
  cwd?: string;
  env?: Record<string, string>;
  /** A terminal of 80 columns, to which `Running.type` types. Without one, stdin is empty. */
  terminal?: boolean;
  /** After this long, everything is killed and the result says so. Default: 600. */
  seconds?: number;
  /** Give this text as stdin. */
  input?: string;
}

export interface Result {
  argv: string[];
  /** null when it ran out of time. */
  exitCode: number | null;
  stdout: string;
  stderr: string;
  /** Both, as they came. */
  output: string;
  /** Names of processes that were still there when the command had ended. */
  left: string[];
  seconds: number;
}

/** A command that is still running. */
export interface Running {
  /** Resolves when the output holds `text`; rejects when the command ends first. */
  waitFor(text: string | RegExp): Promise<void>;
  /** Types at the terminal; `\x03` is Ctrl-C. */
  type(text: string): void;
  finished: Promise<Result>;
}

/** Where a command runs unless it is told otherwise. */
export function homeOf({ user = 'root' }: RunOptions): string {
  return users[user].home;
}

const users = { root: { id: '0', home: '/root' }, lab: { id: '1000', home: '/home/lab' } };

/** Starts a command inside a root. Only one at a time runs in a root: the processes it starts are counted as its own. */
export async function start(root: Root, argv: string[], options: RunOptions = {}): Promise<Running> {
  const user = users[options.user ?? 'root'];
  const work = await mkdtemp(join(labFolders().temporary, 'work-'));
  const left = join(work, 'left');
  const enter = ['sh', new URL('enter.sh', import.meta.url).pathname, root.layers.join(':'), root.upper, work, left];
  const subprocess = execa(
    'unshare',
    [
      '--mount',
      '--pid',
      '--fork',
      '--kill-child',
      ...enter,
      options.cwd ?? user.home,
      user.id,
      ...(options.terminal ? atTerminal(argv) : argv),
    ],
    {
      env: { ...(await environment(user.home)), ...options.env, LAB_BINDS: binds(root) },
      extendEnv: false,
      reject: false,
      all: true,
      stripFinalNewline: false,
      timeout: (options.seconds ?? 600) * 1000,
      killSignal: 'SIGKILL',
      ...(options.input !== undefined ? { input: options.input } : { stdin: options.terminal ? 'pipe' : 'ignore' }),
    },
  );
  const began = performance.now();
  const finished = subprocess.then(async ({ exitCode, stdout, stderr, all }) => {
    const seconds = (performance.now() - began) / 1000;
    const names = await readFile(left, 'utf8').catch(() => '');
    await rm(work, { recursive: true, force: true });
    return {
      argv,
      exitCode: exitCode ?? null,
      stdout,
      stderr,
      output: all,
      left: names.split('\n').filter(Boolean),
      seconds,
    };
  });
  return { finished, type: (text) => void subprocess.stdin?.write(text), waitFor: watch(subprocess.all, finished) };
}
