import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metadataCompiler, readMetadata } from '../../../src/observe/metadata/rmeta.ts';
import type { OpenFile } from '../../../src/system/files/files.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures', name));

/** The bytes as a file that is open. */
function opened(bytes: Buffer): OpenFile {
  return { size: bytes.length, read: (at, count) => (at < 0 ? Buffer.alloc(0) : bytes.subarray(at, at + count)) };
}

test.each([
  ['1.63.0', 'rustc 1.63.0'],
  ['1.85.1', 'rustc 1.85.1 (4eb161250 2025-03-15) (built from a source tarball)'],
  ['1.96.0', 'rustc 1.96.0 (ac68faa20 2026-05-25) (built from a source tarball)'],
])('metadata written by rustc %s names its compiler', (version, line) => {
  expect(metadataCompiler(fixture(`metadata-${version}.rmeta`))).toBe(line);
});

test('a file of another kind is no metadata', () => {
  expect(
    [Buffer.alloc(0), Buffer.from('rust'), readFileSync(import.meta.filename)].map((bytes) =>
      readMetadata(opened(bytes)),
    ),
  ).toEqual([null, null, null]);
});

test('a crate names the crates that it was compiled against, with the hashes that those bear', () => {
  const crate = (name: string) => readMetadata(opened(fixture(`crates-1.85.1/lib${name}.rmeta`)));
  const [core, buildError, kernel] = [crate('core'), crate('build_error'), crate('kernel')];
  expect(kernel?.root?.specification).toBe(fixture('crates-1.85.1/target.json').toString());
  expect(kernel?.dependencies).toEqual([
    { name: 'build_error', hash: buildError?.root?.hash },
    { name: core?.root?.name, hash: core?.root?.hash },
  ]);
  expect(core?.root?.name).toBeTypeOf('number');
});

test('the metadata of rustc 1.63, laid out in another way, names its compiler and nothing else', () => {
  expect(readMetadata(opened(fixture('metadata-1.63.0.rmeta')))).toEqual({
    rustc: 'rustc 1.63.0',
    whole: true,
    root: null,
    dependencies: [],
  });
});

test('damaged metadata never throws and never gives an unprintable line', () => {
  const real = fixture('crates-1.85.1/libkernel.rmeta');
  fc.assert(
    fc.property(fc.nat(real.length - 1), fc.nat(255), fc.nat(real.length), (at, byte, length) => {
      const damaged = Buffer.from(real);
      damaged[at] = byte;
      const { rustc, root } = readMetadata(opened(damaged.subarray(0, length))) ?? { rustc: 'rustc', root: null };
      expect(rustc).toMatch(/^rustc[ -~]*$/);
      expect(root?.target ?? 'none').toMatch(/^[\w.-]+$/);
    }),
  );
});
