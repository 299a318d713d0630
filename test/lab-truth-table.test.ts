import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { truthCases } from './lab/truth/cases/index.ts';
import type { Outcome } from './lab/truth/compare.ts';
import { count, document, lines, merge } from './lab/truth/table.ts';

const recorded = readFileSync(new URL('../docs/truth.md', import.meta.url), 'utf8');

it('keeps what was recorded of the cases that did not run', () => {
  expect(document(merge(truthCases, [], recorded))).toBe(recorded);
});

it('puts the outcome of a case in the place of the recorded one', () => {
  const [one] = truthCases;
  if (one === undefined) throw new Error('no case');
  const outcome: Outcome = {
    verdict: { status: 'blocked', because: ['make.version', 'cc.compiler'] },
    findings: [],
    exitCode: 2,
    output: 'a | b',
    seconds: 1,
  };
  const [line = ''] = lines([{ one: { ...one, makeSays: /a/ }, outcome }]);
  expect(line).toContain('| blocked | make.version, cc.compiler | 2 | `` a \\| b `` |');
  const merged = merge(truthCases, [line], recorded);
  expect(merged[0]).toBe(line);
  expect(count(merged)).toContain(': 1 disagreements');
});

it('has a line of no case that is gone, and of each that was recorded', () => {
  const shown = recorded.split('\n').filter((text) => /^\| (?!Case|---)/.test(text));
  expect(merge(truthCases, [], recorded)).toEqual(shown);
  expect(shown.length).toBe(truthCases.length);
});
