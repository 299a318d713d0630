import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPhases } from '../../src/tree/phases.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Passes time while some work lasts. */
const lasting = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('a phase is one line when it is over, and says how long it took', async () => {
  const said: string[] = [];
  const phase = createPhases({ say: (text) => said.push(text) });
  expect(await phase('Unpacking', () => lasting(7400).then(() => 'result'))).toBe('result');
  await phase('Building', () => lasting(72_000));
  expect(said).toEqual(['Unpacking: 7 s', 'Building: 1 min 12 s']);
});

test('at a terminal a line counts on, shows what is done now, and goes away', async () => {
  const moves: (string | null)[] = [];
  const phase = createPhases({ say: () => {}, moving: (text) => moves.push(text) });
  await phase('Building', async (tell) => {
    await lasting(1500);
    tell('RUSTC core.o');
    await lasting(1500);
  });
  expect(moves[0]).toBe('Building, 0 s');
  expect(moves).toContain('Building, 1 s');
  expect(moves).toContain('Building, 3 s: RUSTC core.o');
  expect(moves.at(-1)).toBeNull();
});

test('a phase that fails says nothing, and takes its line away', async () => {
  const said: string[] = [];
  const moves: (string | null)[] = [];
  const phase = createPhases({ say: (text) => said.push(text), moving: (text) => moves.push(text) });
  await expect(phase('Building', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect([said, moves.at(-1), vi.getTimerCount()]).toEqual([[], null, 0]);
});
