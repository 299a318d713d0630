import { constants } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { askedTools, observed, toolFacts } from './observed.ts';
import { type PretendMachine, pretendMachine } from './pretend-machine.ts';
import { isRunning } from './running.ts';

/** A machine whose every tool does the same. */
function machineOf(lines: (machine: PretendMachine) => string[]): PretendMachine {
  const machine = pretendMachine();
  for (const name of askedTools) machine.script(name, ...lines(machine));
  return machine;
}

/** How each tool ended, C compiler included, with every tool asked all there is to ask. */
async function outcomes(machine: PretendMachine, timeoutMs = 20_000) {
  const facts = await observed(machine, { goals: ['kernel'], timeoutMs });
  return [...toolFacts(facts), facts.cc].map((tool) => tool?.outcome);
}

const all = (outcome: string) => Array.from({ length: askedTools.length + 1 }, () => outcome);

test.each([
  ['hang', ({ sleeper }: PretendMachine) => [`exec ${sleeper} 60`]],
  [
    'hang in a child, deaf to signals',
    ({ sleeper }: PretendMachine) => ['trap "" TERM INT HUP', `${sleeper} 60`, `${sleeper} 60`],
  ],
  ['hang after closing their output', ({ sleeper }: PretendMachine) => ['exec > /dev/null 2>&1', `exec ${sleeper} 60`]],
])('tools that %s are ended within the time limit, and nothing of them is left', async (_, lines) => {
  const machine = machineOf(lines);
  const started = performance.now();
  expect(await outcomes(machine, 1500)).toEqual(all('timeout'));
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(isRunning(machine.sleeper)).toBe(false);
});

test('tools whose children keep the output open are not waited for, and the children are ended', async () => {
  const machine = machineOf(({ sleeper }) => [`${sleeper} 60 &`, 'echo hello']);
  const started = performance.now();
  expect(await outcomes(machine)).toEqual(all('garbage'));
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(isRunning(machine.sleeper)).toBe(false);
});

test('tools that say 100 MB are ended early, without much of it being kept', async () => {
  const machine = machineOf(() => ['/usr/bin/head -c 100000000 /dev/zero']);
  const before = process.memoryUsage().rss;
  expect(await outcomes(machine)).toEqual(all('garbage'));
  expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
});

test('a tool that dies of a signal has crashed, whichever it was; one that is stopped is ended', async () => {
  // The terminal's ways to stop a process (TSTP, TTIN, TTOU) do nothing to one in a session of its own.
  const harmless = ['SIGCHLD', 'SIGCONT', 'SIGURG', 'SIGWINCH', 'SIGTSTP', 'SIGTTIN', 'SIGTTOU'];
  const machine = pretendMachine();
  const expected = new Map<string, string>();
  for (const [name, number] of Object.entries(constants.signals)) {
    if (harmless.includes(name)) continue;
    const path = machine.script(`bindgen-${number}`, `kill -${number} $$`);
    expected.set(path, name === 'SIGSTOP' ? 'timeout' : 'crash');
  }
  const { bindgens } = await observed(machine, { goals: ['kernel'], timeoutMs: 3000 });
  expect(bindgens).toHaveLength(24);
  expect(new Map(bindgens.map(({ path, outcome }) => [path, outcome]))).toEqual(expected);
  expect(isRunning(machine.bin)).toBe(false);
});

test('10,000 entries of PATH, among them circles of links, cost less than a second of processor time, and tools still run', async () => {
  const machine = pretendMachine();
  machine.link('a', 'b');
  machine.link('b', 'a');
  const make = machine.script('make', 'echo GNU Make 4.4.1');
  const missing = Array.from({ length: 10_000 }, (_, index) => `/n/${index}`);
  const circle = [join(machine.root, 'a'), join(machine.root, 'b')];
  const before = process.cpuUsage();
  const PATH = [...circle, ...missing, machine.bin].join(':');
  const facts = await observed(machine, { goals: ['kernel'], env: { ...machine.env, PATH } });
  expect(facts.make).toMatchObject({ path: make, version: '4.4.1' });
  const { user, system } = process.cpuUsage(before);
  expect(user + system).toBeLessThan(1e6);
});
