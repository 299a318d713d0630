import templates from 'virtual:templates';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Kind, kindNames } from '../../src/knowledge/module/kinds.ts';
import type { Answers } from '../../src/scaffold/answers.ts';
import { toModel } from '../../src/scaffold/model.ts';
import { render } from '../../src/scaffold/render.ts';
import { lexRust } from './lexers/rust.ts';
import type { Token } from './lexers/token.ts';
import { oddText } from './odd-texts.ts';

function source(kernelRelease: string, description: string, author: string, kind: Kind = 'hello'): string {
  const answers: Answers = {
    ...{ name: 'sample', licence: 'GPL-2.0 OR MIT', flavour: 'rust-for-linux', kind, withC: false },
    ...{ description, author },
  };
  return render(toModel(answers, { version: '1.2.3', kernelRelease }), answers, templates).get('sample.rs') ?? '';
}

/** Where the keys of `module!` begin and end; those of its parameters are none of a user's. */
function moduleBlock(tokens: Token[]): [start: number, end: number] {
  const start = tokens.findIndex(({ text }, i) => /^module/.test(text) && tokens[i + 1]?.text === '!') + 3;
  return [start, tokens.findIndex(({ text }, i) => i > start && (text === '}' || text === 'params'))];
}

/** `key: "value",` inside `module!`, in order, as the bytes of their values. */
function moduleKeys(tokens: Token[]): [string, string][] {
  const block = tokens.slice(...moduleBlock(tokens));
  return block.flatMap(({ text }, i): [string, string][] => {
    if (block[i + 1]?.text !== ':') return [];
    const value = block[i + 2]?.text === '[' ? block[i + 3] : block[i + 2];
    return [[text, value?.text ?? '']];
  });
}

/** `static NAME: [u8; LENGTH] = *b"…";` in the section .modinfo. */
function modinfoEntries(tokens: Token[]): { length: string; bytes: string }[] {
  return tokens.flatMap(({ text }, i) => {
    if (text !== 'static' || tokens[i + 1]?.kind !== 'word' || tokens[i + 3]?.text !== '[') return [];
    return [{ length: tokens[i + 6]?.text ?? '', bytes: tokens[i + 10]?.text ?? '' }];
  });
}

/** Every spelling of hello, and every kind as the newest kernel has it. */
const modules: [release: string, kind: Kind][] = [
  ...['6.1.0-56-amd64', '6.6.1', '6.12.18', '6.12.19', '6.15-rc1'].map((release): [string, Kind] => [release, 'hello']),
  ...kindNames.map((kind): [string, Kind] => ['7.3.4', kind]),
];

describe.each(modules)('on a %s kernel, %s', (release, kind) => {
  test('description and author arrive byte for byte, in module! or beside it', () => {
    fc.assert(
      fc.property(oddText, oddText, (description, author) => {
        const tokens = lexRust(source(release, description, author, kind));
        const keys = moduleKeys(tokens).map(
          ([key, value]) => `${key.replace('authors', 'author')}=${Buffer.from(value, 'hex')}`,
        );
        const beside = modinfoEntries(tokens).map(({ length, bytes }) => {
          const entry = Buffer.from(bytes, 'hex');
          expect(entry.length).toBe(Number(length));
          expect(entry.at(-1)).toBe(0);
          return entry.subarray(0, -1).toString();
        });
        const said = [...keys, ...beside].filter((entry) => /^(author|description)=/.test(entry)).sort();
        expect(said).toEqual([`author=${author}`, `description=${description}`].sort());
      }),
      { numRuns: 100 },
    );
  });

  test('nothing else of the program depends on them', () => {
    const plain = lexRust(source(release, 'plain', 'plain', kind));
    const [start, end] = moduleBlock(plain);
    // Entries of .modinfo come right after the macro, which holds the parameters and the closing brace as well.
    const closing = plain.findIndex(({ text }, i) => i >= end && text === '}' && plain[i + 1]?.text !== ',');
    const [before, after] = [plain.slice(0, start), plain.slice(closing + 1)];
    fc.assert(
      fc.property(oddText, oddText, (description, author) => {
        const tokens = lexRust(source(release, description, author, kind));
        expect(tokens.slice(0, start)).toEqual(before);
        expect(tokens.slice(-after.length)).toEqual(after);
      }),
      { numRuns: 50 },
    );
  });

  test('module! gets only texts that need no escape, which older ones do not read', () => {
    fc.assert(
      fc.property(oddText, oddText, (description, author) => {
        const [, block = ''] =
          /^(?:kernel::)?module\w*! \{\n([\s\S]*?)\n(?: {4}params:|\}\n)/m.exec(
            source(release, description, author, kind),
          ) ?? [];
        expect(block).toMatch(/^( {4}\w+: \[?(\w+|b?"[ !#-[\]-~]*")\]?,\n?)+$/);
      }),
      { numRuns: 100 },
    );
  });
});

test.each([
  ['6.1.0-56-amd64', ['type', 'name', 'author', 'description', 'license'], 'b"sample"'],
  ['6.2', ['type', 'name', 'author', 'description', 'license'], '"sample"'],
  ['6.14.9', ['type', 'name', 'author', 'description', 'license'], '"sample"'],
  ['6.15', ['type', 'name', 'authors', 'description', 'license'], '"sample"'],
])('%s has the keys that its module! knows, in its order', (release, keys, name) => {
  const text = source(release, 'plain', 'plain');
  expect(moduleKeys(lexRust(text)).map(([key]) => key)).toEqual(keys);
  expect(text).toContain(`name: ${name},`);
});

test.each(kindNames)('no line of %s is longer than rustfmt lets code be, whatever the length of the name', (kind) => {
  for (const withC of [false, true]) {
    const answers: Answers = {
      ...{ name: 'n'.repeat(55), licence: 'GPL-2.0 OR BSD-3-Clause', flavour: 'rust-for-linux', kind, withC },
      ...{ description: 'plain', author: 'plain' },
    };
    const files = render(toModel(answers, { version: '1.2.3', kernelRelease: '7.3.4' }), answers, templates);
    const sources = [...files].filter(([path]) => path.endsWith('.rs'));
    expect(sources.map(([path]) => path)).toEqual(withC ? ['c.rs', `${answers.name}_main.rs`] : [`${answers.name}.rs`]);
    for (const [, text] of sources) {
      const long = text.split('\n').filter((line) => line.length > 100 && !/^\s*\/\//.test(line));
      expect(long).toEqual([]);
    }
  }
});

test.each([
  ['6.1.0', 'Vec', 'try_push(n)?'],
  ['6.9.12', 'Vec', 'try_push(n)?'],
  ['6.10', 'Vec', 'push(n, GFP_KERNEL)?'],
  ['6.12.18', 'Vec', 'push(n, GFP_KERNEL)?'],
  ['6.12.19', 'KVec', 'push(n, GFP_KERNEL)?'],
  ['6.13', 'KVec', 'push(n, GFP_KERNEL)?'],
  ['7.3.4+deb13', 'KVec', 'push(n, GFP_KERNEL)?'],
])('%s counts in a %s, with %s', (release, type, push) => {
  const text = source(release, 'plain', 'plain');
  expect(text).toContain(`primes: ${type}<u32>`);
  expect(text).toContain(push);
});
