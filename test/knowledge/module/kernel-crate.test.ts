import { describe, expect, test } from 'vitest';
import {
  crateFiles,
  crateWords,
  type KernelCrate,
  kernelCrate,
  provenLines,
  releaseLine,
} from '../../../src/knowledge/module/kernel-crate.ts';
import { kinds } from '../../../src/knowledge/module/kinds.ts';

/** What a release spells otherwise than the one before it in this list. */
const spellings: [release: string, now: Partial<KernelCrate>][] = [
  ['6.2-rc1', { strings: 'text' }],
  ['6.10.0', { vector: { type: 'Vec', push: 'push(x, GFP_KERNEL)' } }],
  ['6.12.19', { vector: { type: 'KVec', push: 'push(x, GFP_KERNEL)' } }],
  ['6.15.0', { author: 'authors' }],
  ['6.16.2', { usedCompiler: true }],
  ['6.17', { userPtr: true }],
  ['6.18.1', { deviceReadWrite: true }],
  ['6.19', { cStringLiteral: true }],
  [
    '7.3.0',
    { paramValueCopies: true, boolParams: true, deviceOwner: true, deviceTableIdent: false, pciInfoOptional: true },
  ],
];

describe('by its release', () => {
  test('each kernel spells the crate as the one before, but for what it changed', () => {
    let spelt = kernelCrate('6.1.0-56-amd64');
    expect(spelt).toMatchObject({ author: 'author', strings: 'bytes', vector: { type: 'Vec', push: 'try_push(x)' } });
    for (const [release, now] of spellings) {
      spelt = { ...spelt, ...now };
      expect({ release, ...kernelCrate(release) }).toEqual({ release, ...spelt });
    }
  });

  test.each([
    ['6.9.12', '6.2'],
    ['6.12.18', '6.10'],
    ['6.12.107+deb13-amd64', '6.12.19'],
    ['6.14.11', '6.13'],
    ['7.2.13+deb14-amd64', '6.19'],
    ['7.3.4', '7.3'],
    ['10.0', '7.3'],
  ])('%s spells it as %s does', (release, other) => {
    expect(kernelCrate(release)).toEqual(kernelCrate(other));
  });

  test('a kernel older than the table gets the oldest, and no or an odd release the newest', () => {
    expect(kernelCrate('5.10.0')).toEqual(kernelCrate('6.1'));
    expect(kernelCrate(null)).toEqual(kernelCrate('7.3'));
    expect(kernelCrate('custom')).toEqual(kernelCrate('7.3'));
  });
});

describe("where a tree's own sources are known", () => {
  test('they decide, whichever way the release points', () => {
    const backported = kernelCrate('6.1.0', { files: ['alloc/kvec.rs', 'iov.rs'], words: ['authors'] });
    expect(backported).toMatchObject({ vector: { type: 'KVec' }, deviceReadWrite: true, author: 'authors' });
    const left = kernelCrate('7.3.0', { files: ['alloc/vec_ext.rs'], words: [] });
    expect(left).toMatchObject({ vector: { type: 'Vec' }, deviceReadWrite: false, author: 'author' });
  });

  test('the release decides what they do not show', () => {
    const sources = { files: ['alloc/kvec.rs', 'iov.rs'], words: ['authors', 'compiler'] };
    expect(kernelCrate('7.2.13', sources)).toEqual(kernelCrate('7.2.13'));
    expect(kernelCrate('7.3.4', sources)).toEqual(kernelCrate('7.3.4'));
  });

  test('what is looked for is all that the table and the kinds ask about', () => {
    expect(crateFiles).toEqual(expect.arrayContaining(['alloc/kvec.rs', 'alloc/vec_ext.rs', 'iov.rs']));
    expect(crateFiles).toEqual(expect.arrayContaining(kinds.flatMap(({ crate }) => crate.file ?? [])));
    expect(crateWords).toEqual(['authors', 'compiler']);
  });
});

test.each([
  ['7.3.4+deb13-amd64', '7.3'],
  ['6.1', '6.1'],
  ['custom', null],
  [null, null],
])('the line of %s is %s', (release, line) => {
  expect(releaseLine(release)).toBe(line);
});

test('the lines that are proven are lines', () => {
  expect(provenLines).not.toEqual([]);
  expect(provenLines.map(releaseLine)).toEqual(provenLines);
});
