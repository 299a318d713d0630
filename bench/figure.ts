import { expect } from 'vitest';
import { say } from '../test/lab/say.ts';

/** The middle value; of an even number of values, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('There is no median of nothing.');
  return (upper + lower) / 2;
}

/** Prints a ratio beside its limit, and fails where it is over. */
export function holdFigure(
  title: string,
  value: number,
  against: number,
  unit: string,
  limit: number,
  runs: number,
): void {
  const ratio = value / against;
  const measured = `${value.toFixed(0)} ${unit} against ${against.toFixed(0)} ${unit}, median of ${runs}`;
  say(`${ratio <= limit ? 'ok  ' : 'OVER'} ${ratio.toFixed(2)} of at most ${limit.toFixed(2)}: ${title} (${measured})`);
  expect.soft(ratio, title).toBeLessThanOrEqual(limit);
}
