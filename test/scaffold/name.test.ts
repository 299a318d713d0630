import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSnakeCase, parseModuleName } from '../../src/scaffold/name.ts';

describe('a module name', () => {
  test.each([
    'hello',
    'a',
    'a1',
    'my_module',
    'x2_y3',
    'xt_TEE',
    'BusLogic',
    '3w_xxxx',
    '8250_dw',
    '_x',
    'a__b',
    'a'.repeat(55),
  ])('%s will do as it is', (input) => {
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
    ['-x', 'starts with a letter'],
    ['__', 'at least one letter or digit'],
    ['int', 'word of the C or Rust language'],
    ['fn', 'word of the C or Rust language'],
    ['self', 'word of the C or Rust language'],
    ['obj', 'Kbuild has a meaning of its own'],
    ['kernel', 'name of a Rust crate'],
    ['pin-init', 'name of a Rust crate'],
    ['printk', 'part of every kernel'],
    ['workqueue', 'part of every kernel'],
    ['random', 'part of every kernel'],
    ['vmlinux', 'part of every kernel'],
    ['a'.repeat(56), '56 characters'],
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

  test('is the name of a crate, a file name and a word for the shell whatever was typed', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'az09_-A $/."\\é') });
    fc.assert(
      fc.property(fc.oneof(letters, fc.string({ unit: 'binary' })), (input) => {
        const { name, refusal } = parseModuleName(input);
        if (name !== undefined) expect(name).toMatch(/^\w{1,55}$/);
        else expect(refusal).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+\.$/u);
      }),
      { numRuns: 2000 },
    );
  });

  // What rustc 1.96 said of a crate of each name.
  test.each(['hello', '3w_xxxx', 'a_', '_a', '__a', 'x2_y3'])('%s is in snake case to rustc', (name) => {
    expect(isSnakeCase(name)).toBe(true);
  });
  test.each(['xt_TEE', 'BusLogic', 'a__b'])('%s is not', (name) => {
    expect(isSnakeCase(name)).toBe(false);
  });
});
