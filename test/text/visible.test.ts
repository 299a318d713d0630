import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visible, visibleJson } from '../../src/text/visible.ts';

const unseen = /(?![ \n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}]/u;
const anyText = fc.string({ unit: 'binary', maxLength: 300 });

test('what a terminal would obey or hide is written out, and lines stay lines', () => {
  expect(visible('a\u001b]52;c;x\u0007 b\u009b31m\u202e\u200b\u00a0\r\n\tc')).toBe(
    `${String.raw`a\u{1b}]52;c;x\u{7} b\u{9b}31m\u{202e}\u{200b}\u{a0}\u{d}`}\n\tc`,
  );
  expect(visible('Müller, 漢字 …')).toBe('Müller, 漢字 …');
});

test('whatever comes in, nothing unseen comes out', () => {
  fc.assert(fc.property(anyText, (text) => !unseen.test(visible(text))));
});

test('JSON loses nothing by it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const json = visibleJson(JSON.stringify({ text }));
      expect(json).not.toMatch(unseen);
      expect(JSON.parse(json)).toEqual({ text });
    }),
  );
});
