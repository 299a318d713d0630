import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'rolldown';
import { describe, expect, test, vi } from 'vitest';
import { type PretendMachine, pretendMachine } from '../../observe/pretend-machine.ts';
import { isRunning } from '../../observe/running.ts';

const source = join(import.meta.dirname, '../../../src');

/** A program of our own code, as one file that node can run. */
async function program(machine: PretendMachine, text: string): Promise<string> {
  const file = join(machine.root, 'program.mjs');
  await build({
    input: machine.file('program.ts', text),
    platform: 'node',
    output: { file, format: 'esm', codeSplitting: false },
    logLevel: 'silent',
  });
  return file;
}

/** Starts it, waits until its commands sleep, and sends it signals. @returns what ended it, and after how long */
async function cancel(machine: PretendMachine, file: string, signals: readonly NodeJS.Signals[]) {
  const started = spawn(process.execPath, [file], {
    env: { PATH: `${machine.bin}:/usr/bin:/bin`, HOME: machine.root },
    stdio: 'ignore',
    detached: true,
  });
  while (!isRunning(machine.sleeper)) await sleep(10);
  await sleep(200);
  const ended = once(started, 'exit');
  const at = performance.now();
  for (const signal of signals) {
    started.kill(signal);
    await sleep(300);
  }
  const [, signal] = await ended;
  return { signal, milliseconds: performance.now() - at };
}

/** What was killed takes a moment to be gone on a busy machine; nothing tells it to end any more. */
async function expectGone({ sleeper }: PretendMachine): Promise<void> {
  await vi.waitFor(() => expect(isRunning(sleeper)).toBe(false), 2000);
}

const everySignal = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

describe.each(everySignal)('%s', (signal) => {
  test('takes make and all that it started along: what is deaf to signals, and what has left its session', async () => {
    const machine = pretendMachine();
    machine.script(
      'make',
      'trap "" TERM INT HUP QUIT',
      `setsid ${machine.sleeper} 60 >/dev/null 2>&1 &`,
      `${machine.sleeper} 60`,
    );
    const call = `import { make } from '${source}/system/make.ts'; await make('${machine.root}', 'modules', 'stderr');`;
    const ended = await cancel(machine, await program(machine, call), [signal]);
    expect(ended.signal).toBe(signal);
    expect(ended.milliseconds).toBeLessThan(6000);
    await expectGone(machine);
  });

  test('interrupts a package manager and waits until it has finished what it is at', async () => {
    const machine = pretendMachine();
    const done = join(machine.root, 'done');
    machine.script(
      'apt-get',
      'trap "" INT',
      `setsid -w sh -c '${machine.sleeper} 1; echo whole >${done}'`,
      `setsid ${machine.sleeper} 60 >/dev/null 2>&1 &`,
    );
    const call = `import { runAsShown } from '${source}/setup/run-as-shown.ts'; await runAsShown(['apt-get', 'update']);`;
    const ended = await cancel(machine, await program(machine, call), [signal]);
    expect(ended.signal).toBe(signal);
    expect(readFileSync(done, 'utf8')).toBe('whole\n');
    await expectGone(machine);
  });
});

test('a second signal ends work that does not listen, with what it started', async () => {
  const machine = pretendMachine();
  machine.script('make', 'trap "" TERM', `${machine.sleeper} 60`);
  const call = `
    import { heedSignals } from '${source}/system/process/heed-signals.ts';
    import { startGroup } from '${source}/system/process/start-group.ts';
    await heedSignals(async () => {
      const told = new AbortController().signal;
      await startGroup(['make'], { cwd: '/', env: process.env, stdio: 'ignore', told }).ended;
    });`;
  const ended = await cancel(machine, await program(machine, call), ['SIGINT', 'SIGTERM']);
  expect(ended.signal).toBe('SIGTERM');
  await expectGone(machine);
});
