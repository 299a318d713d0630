import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cString, rustByteString, rustString } from '../../src/scaffold/escape.ts';
import { lexC } from './lexers/c.ts';
import { lexRust } from './lexers/rust.ts';
import { bytesOf } from './lexers/token.ts';
import { nasties, oddText } from './odd-texts.ts';

const languages = [
  { name: 'C', escape: cString, lex: lexC },
  { name: 'Rust', escape: rustString, lex: lexRust },
  { name: 'Rust bytes', escape: rustByteString, lex: lexRust },
];

describe.each(languages)('a $name string literal', ({ escape: literal, lex }) => {
  test('is one token that stands for the very bytes of any text', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        expect(lex(literal(text))).toEqual([{ kind: 'string', text: bytesOf(text) }]);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(nasties.map((text) => [JSON.stringify(text), text]))('holds %s before and after digits', (_, text) => {
    expect(lex(literal(`1${text}1`))).toEqual([{ kind: 'string', text: bytesOf(`1${text}1`) }]);
  });
});

test('what can be read stays readable', () => {
  expect(cString('Grüße, 世界 🦀')).toBe('"Grüße, 世界 🦀"');
  expect(rustString('Grüße, 世界 🦀')).toBe('"Grüße, 世界 🦀"');
});

test('what cannot be seen is written as an escape', () => {
  expect(cString('a\nb\u202ec')).toBe(String.raw`"a\012b\342\200\256c"`);
  expect(rustString('a\nb\u202ec')).toBe(String.raw`"a\u{a}b\u{202e}c"`);
  expect(rustByteString('é\0')).toBe(String.raw`b"\xc3\xa9\x00"`);
});

test('no two question marks stand side by side in C, since a third letter could make them a trigraph', () => {
  expect(cString('what??!')).toBe(String.raw`"what?\?!"`);
});
