import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Program, programAt } from '../../../src/observe/run/program.ts';
import { elfFile } from '../elf-file.ts';
import { pretendMachine, testRunner } from '../pretend-machine.ts';
import { isRunning } from '../running.ts';

function at(path: string): Program {
  const program = programAt(path);
  if (program === null) throw new Error(`${path} was not written`);
  return program;
}

test('a command that answers gives what it said and how it ended', async () => {
  const { script, env } = pretendMachine();
  const runner = testRunner(env);
  const path = script('make', 'echo out; echo err >&2; exit 3');
  expect(await runner.run(at(path), 'make', ['--version'])).toEqual({
    stdout: 'out\n',
    stderr: 'err\n',
    ended: 'exit',
    exitCode: 3,
  });
  expect(runner.commands).toMatchObject([{ argv: [path, '--version'], exitCode: 3, timedOut: false }]);
});

test('commands run in English, in the root folder, without input and without a download by rustup', async () => {
  const { script, env } = pretendMachine();
  const path = script('tool', 'echo "$LC_ALL $RUSTUP_AUTO_INSTALL $KEPT $PWD"; /bin/cat; echo end');
  const { stdout } = await testRunner({ ...env, LC_ALL: 'de_DE', KEPT: 'kept' }).run(at(path), 'tool', []);
  expect(stdout).toBe('C 0 kept /\nend\n');
});

test('arguments reach the command as they are', async () => {
  const { script, env } = pretendMachine();
  const path = script('tool', 'for a; do echo "<$a>"; done');
  const { stdout } = await testRunner(env).run(at(path), 'tool', ['$(id)', 'a b', ';', '*']);
  expect(stdout).toBe('<$(id)>\n<a b>\n<;>\n<*>\n');
});

test('the same question to one program under two names is asked once', async () => {
  const { script, link, env } = pretendMachine();
  const runner = testRunner(env);
  const real = script('gcc-12', 'echo 12');
  const [a, b] = await Promise.all([
    runner.run(at(link('bin/gcc', 'gcc-12')), 'gcc', ['-v']),
    runner.run(at(real), 'gcc', ['-v']),
  ]);
  expect(a).toBe(b);
  expect(runner.commands).toHaveLength(1);
});

test('a program that plays several parts is asked in each of them', async () => {
  const { script, link, env } = pretendMachine();
  const runner = testRunner(env);
  script('ccache', 'echo "$0"');
  const gcc = await runner.run(at(link('bin/gcc', 'ccache')), 'gcc', ['-v']);
  const versioned = await runner.run(at(link('bin/gcc-12', 'ccache')), 'gcc', ['-v']);
  expect(gcc.stdout).toMatch(/gcc\n$/);
  expect(versioned.stdout).toMatch(/gcc-12\n$/);
});

test('a command that hangs is ended when its time is up, and what it said until then is kept', async () => {
  const { script, env, sleeper } = pretendMachine();
  const runner = testRunner(env, 1000);
  const path = script('tool', `echo so far; exec ${sleeper} 30`);
  const answer = await runner.run(at(path), 'tool', []);
  expect(answer).toMatchObject({ ended: 'timeout', exitCode: null, stdout: 'so far\n' });
  expect(runner.commands).toMatchObject([{ exitCode: null, timedOut: true }]);
  expect(isRunning(sleeper)).toBe(false);
});

test('a command that hangs in a child of its own, deaf to SIGTERM, is ended with the child', async () => {
  const { script, env, sleeper } = pretendMachine();
  const path = script('tool', 'trap "" TERM INT HUP', `${sleeper} 30`, `${sleeper} 30`);
  const started = performance.now();
  expect((await testRunner(env, 1000).run(at(path), 'tool', [])).ended).toBe('timeout');
  expect(performance.now() - started).toBeLessThan(4000);
  expect(isRunning(sleeper)).toBe(false);
});

test('a command that answers and leaves a child holding its output is not waited for, and the child is ended', async () => {
  const { script, env, sleeper } = pretendMachine();
  const path = script('tool', `${sleeper} 30 &`, 'echo tool 1.2.3');
  const started = performance.now();
  const answer = await testRunner(env, 20_000).run(at(path), 'tool', []);
  expect(answer).toMatchObject({ ended: 'exit', exitCode: 0, stdout: 'tool 1.2.3\n' });
  expect(performance.now() - started).toBeLessThan(5000);
  expect(isRunning(sleeper)).toBe(false);
});

test('a child that has left the process group cannot hold the answer up either', async () => {
  const { script, env } = pretendMachine();
  const path = script('tool', '/usr/bin/setsid /bin/sleep 8 &', 'echo tool 1.2.3');
  const started = performance.now();
  expect((await testRunner(env, 20_000).run(at(path), 'tool', [])).stdout).toBe('tool 1.2.3\n');
  expect(performance.now() - started).toBeLessThan(4000);
});

test('a command that dies of a signal is told from one that exits', async () => {
  const { script, env } = pretendMachine();
  const answer = await testRunner(env).run(at(script('tool', 'kill -SEGV $$')), 'tool', []);
  expect(answer).toMatchObject({ ended: 'signal', exitCode: null });
});

test('a command that says 100 MB is ended early, and the start of what it said is kept', async () => {
  const { script, file, env } = pretendMachine();
  const runner = testRunner(env);
  const marker = file('finished', '');
  const path = script('tool', 'echo tool 1.2.3', '/usr/bin/head -c 100000000 /dev/zero', `echo done > ${marker}`);
  const before = process.memoryUsage().rss;
  const answer = await runner.run(at(path), 'tool', []);
  expect(answer.ended).toBe('overflow');
  expect(answer.stdout.startsWith('tool 1.2.3\n')).toBe(true);
  expect(answer.stdout.length).toBeLessThanOrEqual(64 * 1024);
  expect(process.memoryUsage().rss - before).toBeLessThan(50e6);
  expect(readFileSync(marker, 'utf8')).toBe('');
});

test('output that is no UTF-8 is read all the same', async () => {
  const { script, env } = pretendMachine();
  const answer = await testRunner(env).run(at(script('tool', "printf 'a\\377b'")), 'tool', []);
  expect(answer.stdout).toBe('a\ufffdb');
});

test.each([
  ['may not be executed', '#!/bin/sh\necho hello\n', 0o644],
  ['names an interpreter that is not there', '#!/nowhere/sh\necho hello\n', 0o755],
  ['is empty', '', 0o755],
  ['is text without an interpreter line', 'touch was-run\n', 0o755],
  [
    'is a program for another processor',
    elfFile({ wide: true, little: true, machine: 0x7777, interpreter: false }),
    0o755,
  ],
])('a file that %s is not started', async (_, content, mode) => {
  const { file, env } = pretendMachine();
  const answer = await testRunner(env).run(at(file('bin/tool', content, mode)), 'tool', []);
  expect(answer).toMatchObject({ ended: 'not-started', exitCode: null });
});

test('a text without an interpreter line never reaches a shell', async () => {
  const { file, root, env } = pretendMachine();
  const marker = join(root, 'was-run');
  await testRunner(env).run(at(file('bin/tool', `echo > ${marker}\n`, 0o755)), 'tool', []);
  await sleep(100);
  expect(existsSync(marker)).toBe(false);
});
