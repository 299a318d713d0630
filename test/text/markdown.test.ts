import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownLine } from '../../src/text/markdown.ts';
import { oddText } from '../scaffold/odd-texts.ts';

test('prose is left as it is', () => {
  expect(markdownLine("It's a well-known fact: 7 of 9, é 世界 🦀 (really)!")).toBe(
    String.raw`It's a well-known fact: 7 of 9, é 世界 🦀 \(really\)!`,
  );
});

test.each([
  ['# title', String.raw`\# title`],
  ['- item', String.raw`\- item`],
  ['1. item', String.raw`1\. item`],
  ['1) item', String.raw`1\) item`],
  ['===', String.raw`\===`],
  ['    code', 'code'],
  ['a\n\nb\r\nc\u2028d', 'a b c d'],
  ['*a* _b_ `c`', String.raw`\*a\* \_b\_ \`c\``],
  ['[a](b) ![c](d)', String.raw`\[a\]\(b\) !\[c\]\(d\)`],
  ['<b>&lt;', String.raw`\<b\>\&lt;`],
  ['a | b', String.raw`a \| b`],
  ['~~~', String.raw`\~\~\~`],
  ['https://x www.x a@b', String.raw`https\://x www\.x a\@b`],
  [String.raw`\*`, String.raw`\\\*`],
  ['a\u202eb\u2066c\x1bd', 'abcd'],
])('%j means nothing but itself', (text, line) => {
  expect(markdownLine(text)).toBe(line);
});

test('any text becomes one line without control characters, in which no mark stands without a backslash', () => {
  fc.assert(
    fc.property(oddText, (text) => {
      const line = markdownLine(text);
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
      // A backslash and the ASCII punctuation after it are one inert letter (CommonMark 2.4).
      expect(line.replace(/\\[!-/:-@[-`{-~]/g, 'x')).not.toMatch(/[\\`*_[\]()<>&~|#]|^[-+=]|^\d+[.)]|:\/\/|@/);
    }),
    { numRuns: 1000 },
  );
});
