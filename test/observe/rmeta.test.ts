import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metadataCompiler, readMetadataCompiler } from '../../src/observe/rmeta.ts';

const fixture = (version: string) => join(import.meta.dirname, `fixtures/metadata-${version}.rmeta`);

test.each([
  ['1.63.0', 'rustc 1.63.0'],
  ['1.85.1', 'rustc 1.85.1 (4eb161250 2025-03-15) (built from a source tarball)'],
  ['1.96.0', 'rustc 1.96.0 (ac68faa20 2026-05-25) (built from a source tarball)'],
])('metadata written by rustc %s names its compiler', (version, line) => {
  expect(readMetadataCompiler(fixture(version))).toBe(line);
});

test('a missing file, a folder and a file of another kind name none', () => {
  expect([fixture('0'), import.meta.dirname, import.meta.filename].map(readMetadataCompiler)).toEqual([
    null,
    null,
    null,
  ]);
});

test('damaged metadata never throws and never gives an unprintable line', () => {
  const real = readFileSync(fixture('1.85.1'));
  fc.assert(
    fc.property(fc.nat(real.length - 1), fc.nat(255), fc.nat(real.length), (at, byte, length) => {
      const damaged = Buffer.from(real);
      damaged[at] = byte;
      expect(metadataCompiler(damaged.subarray(0, length)) ?? 'rustc').toMatch(/^rustc[ -~]*$/);
    }),
  );
});
