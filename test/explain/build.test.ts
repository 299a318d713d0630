import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { needPrograms } from '../programs.ts';
import { writeScripts } from './scripts.ts';

needPrograms('make', 'script');

let folder: string;
let temporary: string;

const known = "error[E0463]: can't find crate for `core`";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-'));
  temporary = join(folder, 'temporary');
  mkdirSync(temporary);
  writeScripts(folder, 'rust-for-linux');
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Started {
  child: ChildProcess;
  /** What it has said up to now. */
  said: { stdout: string; stderr: string };
  /** Its exit status or the signal that ended it, when all that it started has let go of its output. */
  ended: Promise<number | string>;
}

/** Starts a program of its own process group in the folder, as a terminal would. */
function start(argv: [string, ...string[]], env: NodeJS.ProcessEnv = {}): Started {
  const [program, ...rest] = argv;
  const child = spawn(program, rest, {
    cwd: folder,
    detached: true,
    env: { ...process.env, TMPDIR: temporary, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (said.stderr += text));
  return { child, said, ended: once(child, 'close').then(([code, signal]) => code ?? signal) };
}

/** Runs build.sh with a line for a shell in make's place. */
async function build(line: string, env: NodeJS.ProcessEnv = {}) {
  const { said, ended } = start(['sh', 'scripts/build.sh', 'sh', '-c', line], env);
  return { status: await ended, ...said };
}

async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !holds(); ) {
    if (Date.now() > end) throw new Error('It did not come to that within ten seconds.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function isRunning(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

describe('build.sh', () => {
  it('passes on what is said and the exit status, and leaves nothing behind', async () => {
    const result = await build('echo out; echo err >&2; exit 7');
    expect(result).toEqual({ status: 7, stdout: 'out\n', stderr: 'err\n' });
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('says what is behind a failure that is known, under the raw message', async () => {
    const { status, stderr, stdout } = await build(`echo "${known.replaceAll('`', '\\`')}" >&2; exit 2`);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /^error\[E0463\].*\n\nThis failure is known\.\n {2}Cause: .*\n {2}Remedy: .*\n {2}Note: .*\n$/,
    );
  });

  it('reads the messages in English, whatever the language of the person', async () => {
    const line = `[ "$LC_ALL $LC_MESSAGES" != 'C C' ] || echo "${known.replaceAll('`', '\\`')}" >&2; exit 2`;
    const { stderr } = await build(line, { LC_ALL: 'C.UTF-8', LC_MESSAGES: 'C.UTF-8', LANGUAGE: 'de' });
    expect(stderr).toMatch(/^\nThis failure is known\.\n {2}Cause: /);
  });

  it('says nothing of it where the build succeeds', async () => {
    const { status, stderr } = await build(`echo "${known.replaceAll('`', '\\`')}" >&2`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: `${known}\n` });
  });

  it('leaves the terminal to the compilers, which colour only what goes there', async () => {
    const line = ['sh', 'scripts/build.sh', 'sh', '-c', '"[ -t 1 ] && [ -t 2 ] && echo coloured"'];
    const { said, ended } = start(['script', '-qefc', line.join(' '), '/dev/null']);
    expect(await ended).toBe(0);
    expect(said.stdout).toBe('coloured\r\n');
  });

  it('passes on what is said as it comes', async () => {
    const { said, ended } = start([
      'sh',
      'scripts/build.sh',
      'sh',
      '-c',
      'echo early >&2; until [ -e go ]; do sleep 0.1; done',
    ]);
    await until(() => said.stderr === 'early\n');
    writeFileSync(join(folder, 'go'), '');
    expect(await ended).toBe(0);
  });

  it('builds without an explanation where there is no room for a record', async () => {
    const { status, stdout } = await build('echo out; exit 3', { TMPDIR: join(folder, 'nowhere') });
    expect({ status, stdout }).toEqual({ status: 3, stdout: 'out\n' });
  });

  it('gives make its job server', async () => {
    writeFileSync(join(folder, 'Makefile'), 'all:\n\t+@sh scripts/build.sh $(MAKE) --no-print-directory -f inner\n');
    // Each of the two waits for the other, which takes two jobs at once.
    const half = (own: string, other: string) =>
      `${own}:\n\t@touch ${own}; until [ -e ${other} ]; do sleep 0.1; done\n`;
    writeFileSync(join(folder, 'inner'), `all: one two\n${half('one', 'two')}${half('two', 'one')}`);
    const { said, ended } = start(['make', '--no-print-directory', '-j2']);
    expect({ status: await ended, ...said }).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('ends with Ctrl-C once what it runs has ended, and leaves nothing behind', async () => {
    const line = 'trap "echo cleared >&2; exit 130" TERM; echo started >&2; while :; do sleep 0.1; done';
    const { child, said, ended } = start(['sh', 'scripts/build.sh', 'sh', '-c', line]);
    await until(() => said.stderr === 'started\n');
    process.kill(-(child.pid ?? 0), 'SIGINT');
    expect(await ended).toBe(130);
    // All of its group is told, sleep too, of which this shell says a word.
    expect(said.stderr).toMatch(/^started\n(Terminated\n)?cleared\n$/);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it.each([
    ['what it runs', 'echo $$$$ >pid; exec sleep 60'],
    ['what a shell waits for that it runs', 'sleep 60 & echo $$! >pid; wait; :'],
    ['what a shell waits for that heeds nothing meanwhile', 'sh -c "echo \\$$\\$$ >pid; exec sleep 60"; :'],
  ])('ends %s when make alone is told to end', async (_, line) => {
    writeFileSync(join(folder, 'Makefile'), `all:\n\t+@sh scripts/build.sh sh -c '${line}'\n`);
    const { child, ended } = start(['make', '--no-print-directory']);
    const pid = () => Number(readFileSync(join(folder, 'pid'), 'utf8'));
    await until(() => readdirSync(folder).includes('pid') && pid() > 0);
    child.kill('SIGTERM');
    expect(await ended).not.toBe(0);
    await until(() => !isRunning(pid()) && readdirSync(temporary).length === 0);
  });
});
