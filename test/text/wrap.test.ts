import fc from 'fast-check';
import { expect, it } from 'vitest';
import { block, wrap } from '../../src/text/wrap.ts';

it('breaks at spaces and keeps a long word whole', () => {
  expect(wrap('see /a/very/long/path for more', 10)).toEqual(['see', '/a/very/long/path', 'for more']);
});

it('puts what is first in the place of the margin of the first line', () => {
  expect(block('one two', { width: 24, indent: 20, first: 'FIRST'.padEnd(20) })).toEqual([
    'FIRST               one two',
  ]);
});

it('loses no word, and no line of several words is too long', () => {
  const words = fc.array(fc.stringMatching(/^[!-~]{1,30}$/));
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 100 }), (list, width) => {
      const lines = wrap(list.join(' '), width);
      expect(lines.join(' ')).toBe(list.join(' '));
      expect(lines.filter((line) => line.includes(' ') && line.length > width)).toEqual([]);
    }),
  );
});
