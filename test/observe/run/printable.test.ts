import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from '../../../src/observe/run/printable.ts';

test('colours and cursor movements are removed', () => {
  expect(printable('\x1b[1;31mrustc\x1b[0m 1.85.1\x1b[2K\r')).toBe('rustc 1.85.1');
});

test('a window title is removed whole', () => {
  expect(printable('\x1b]0;owned\x07rustc 1.85.1')).toBe('rustc 1.85.1');
});

test('characters that turn the writing direction around are removed', () => {
  expect(printable('rustc \u202e1.85.1\u2066')).toBe('rustc 1.85.1');
});

test('whatever comes in, no control character and at most 200 characters come out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (line) => {
      const result = printable(line);
      expect(Array.from(result).length).toBeLessThanOrEqual(200);
      expect(result).not.toMatch(/\p{C}/u);
    }),
  );
});
