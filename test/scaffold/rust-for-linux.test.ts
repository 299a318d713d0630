import templates from 'virtual:templates';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/scaffold/answers.ts';
import { toModel } from '../../src/scaffold/model.ts';
import { render } from '../../src/scaffold/render.ts';
import { lexRust } from './lexers/rust.ts';
import type { Token } from './lexers/token.ts';
import { oddText } from './odd-texts.ts';

function source(kernelRelease: string, description: string, author: string): string {
  const answers: Answers = {
    ...{ name: 'sample', licence: 'GPL-2.0 OR MIT', flavour: 'rust-for-linux', kind: 'hello' },
    ...{ description, author },
  };
  return render(toModel(answers, { version: '1.2.3', kernelRelease }), answers, templates).get('sample.rs') ?? '';
}

/** `key: "value",` inside `module!`, in order, as the bytes of their values. */
function moduleKeys(tokens: Token[]): [string, string][] {
  const start = tokens.findIndex(({ text }) => text === 'module');
  const block = tokens.slice(
    start + 3,
    tokens.findIndex(({ text }, i) => i > start && text === '}'),
  );
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

describe.each(['6.1.0-56-amd64', '6.6.1', '6.12.18', '6.12.19', '6.15-rc1', '7.3.4'])('on a %s kernel', (release) => {
  test('description and author arrive byte for byte, in module! or beside it', () => {
    fc.assert(
      fc.property(oddText, oddText, (description, author) => {
        const tokens = lexRust(source(release, description, author));
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
      { numRuns: 200 },
    );
  });

  test('module! gets only texts that need no escape, which older ones do not read', () => {
    fc.assert(
      fc.property(oddText, oddText, (description, author) => {
        const [, block = ''] = /module! \{\n([\s\S]*?)\n\}\n/.exec(source(release, description, author)) ?? [];
        expect(block).toMatch(/^( {4}\w+: \[?(\w+|b?"[ !#-[\]-~]*")\]?,\n?)+$/);
      }),
      { numRuns: 200 },
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
