import { expect, it } from 'vitest';
import { reservedWords } from '../../../src/knowledge/module/keywords.ts';

it.each(['int', '_Static_assert', 'asm', 'typeof', 'fn', 'async', 'try', 'gen', 'self', 'Self', 'yield', '_'])(
  '%s is reserved',
  (word) => {
    expect(reservedWords.has(word)).toBe(true);
  },
);

it.each(['hello', 'driver', 'module', ''])('%j is not', (word) => {
  expect(reservedWords.has(word)).toBe(false);
});
