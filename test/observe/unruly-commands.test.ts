import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { type Program, programAt } from '../../src/observe/run/program.ts';
import { createRunner } from '../../src/observe/run/run.ts';
import { guardProcessGroups } from '../../src/system/process/process-groups.ts';
import { pretendMachine, testRunner } from './pretend-machine.ts';
import { isRunning } from './running.ts';

function at(path: string): Program {
  const program = programAt(path);
  if (program === null) throw new Error(`${path} was not written`);
  return program;
}

/** Its tracer sleeps, so that it stays a zombie: nobody else can collect it. */
const neverReaped = `
#include <stdio.h>
#include <sys/ptrace.h>
#include <unistd.h>
int main(void) {
  pid_t me = getpid();
  if (fork() == 0) {
    setsid();
    for (int i = 0; i < 10; i++) close(i);
    if (ptrace(PTRACE_SEIZE, me, 0, 0)) _exit(1);
    execl("/bin/sleep", "sleep", "20", (char *)0);
  }
  usleep(300000);
  puts("v1.24");
  return 0;
}
`;

test('a command that cannot be collected after its end is not waited for, and its tracer is ended', async ({
  skip,
}) => {
  const { file, root, env } = pretendMachine();
  try {
    execFileSync('gcc', ['-D_GNU_SOURCE', '-o', `${root}/bin/tool`, file('tool.c', neverReaped)], { stdio: 'ignore' });
  } catch {
    const reason = 'NOT TESTED: a command that stays a zombie is a C program, and there is no gcc.';
    console.warn(reason);
    return skip(reason);
  }
  const groups = guardProcessGroups();
  const runner = createRunner({ ...env, MARK: root }, 1500, groups);
  const started = performance.now();
  expect((await runner.run(at(`${root}/bin/tool`), 'tool', [])).ended).toBe('timeout');
  expect(performance.now() - started).toBeLessThan(2500);
  groups.release();
  expect(isRunning(`${root}/bin/tool`)).toBe(false);
});

test('what leaves its session, closes all files and starts itself anew is ended when the tools have answered', async () => {
  const { script, sleeper, env } = pretendMachine();
  const groups = guardProcessGroups();
  const runner = createRunner(env, 5000, groups);
  const path = script(
    'tool',
    `/usr/bin/setsid /bin/sh -c 'exec >/dev/null 2>&1 </dev/null; ${sleeper} 30 & ${sleeper} 30' &`,
    'echo 1.2.3',
  );
  expect((await runner.run(at(path), 'tool', [])).stdout).toBe('1.2.3\n');
  groups.release();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isRunning(sleeper)).toBe(false);
});

test('all questions to one program share one time limit', async () => {
  const { script, env, sleeper } = pretendMachine();
  const runner = testRunner(env, 1000);
  const program = at(script('tool', `${sleeper} 30`));
  const started = performance.now();
  await runner.run(program, 'tool', ['--one']);
  expect((await runner.run(program, 'tool', ['--two'])).ended).toBe('timeout');
  expect(performance.now() - started).toBeLessThan(1800);
  expect(runner.commands.map(({ timedOut }) => timedOut)).toEqual([true, true]);
});

test('what was answered while this process was busy was answered in time', async () => {
  const { script, env } = pretendMachine();
  const answer = testRunner(env, 300).run(at(script('tool', 'echo 1.2.3')), 'tool', []);
  const until = performance.now() + 1000;
  while (performance.now() < until);
  expect(await answer).toMatchObject({ ended: 'exit', stdout: '1.2.3\n' });
});
