import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseModuleName } from '../../src/scaffold/name.ts';

describe('a module name', () => {
  test.each(['hello', 'a', 'a1', 'my_module', 'x2_y3', 'a'.repeat(55)])('%s will do as it is', (input) => {
    expect(parseModuleName(input)).toEqual({ name: input });
  });

  test('has underscores where hyphens were typed', () => {
    expect(parseModuleName('my-first-module')).toEqual({ name: 'my_first_module' });
  });

  test.each([
    ['', 'needs a name'],
    ['two words', '" " is not'],
    [' hello', '" " is not'],
    ['a/b', '"/" is not'],
    ['../x', '"." is not'],
    ['a.ko', '"." is not'],
    ['7seas', 'starts with a letter'],
    ['007', 'starts with a letter'],
    ['-x', 'starts with a letter'],
    ['_x', 'starts with a letter'],
    ['x-', 'ends with a letter or a digit'],
    ['a__b', 'two hyphens or underscores in a row'],
    ['a-_b', 'two hyphens or underscores in a row'],
    ['Hello', 'such as "hello"'],
    ['int', 'word of the C or Rust language'],
    ['fn', 'word of the C or Rust language'],
    ['self', 'word of the C or Rust language'],
    ['obj', 'Kbuild has a meaning of its own'],
    ['kernel', 'name of a Rust crate'],
    ['pin-init', 'name of a Rust crate'],
    ['a'.repeat(56), '56 letters'],
    ['a"b', String.raw`"\"" is not`],
    ["a'b", `"'" is not`],
    ['$(reboot)', '"$" is not'],
    ['a\nb', String.raw`"\n" is not`],
    ['héllo', '"é" is not'],
    ['a\u202eb', String.raw`"\u{202e}" is not`],
  ])('%j is refused in one sentence that says why', (input, reason) => {
    const { refusal = '' } = parseModuleName(input);
    expect(refusal).toContain(reason);
    expect(refusal).toMatch(/^[A-Z][^\n]*\.$/);
  });

  test('is an identifier in C and Rust, a file name and a word for the shell whatever was typed', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'az09_-A $/."\\é') });
    fc.assert(
      fc.property(fc.oneof(letters, fc.string({ unit: 'binary' })), (input) => {
        const { name, refusal } = parseModuleName(input);
        if (name !== undefined) expect(name).toMatch(/^[a-z][a-z0-9_]{0,54}$/);
        else expect(refusal).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+\.$/u);
      }),
      { numRuns: 2000 },
    );
  });
});
