import { join } from 'node:path';
import { expect, test } from 'vitest';
import { librarySource } from '../../../src/observe/rust/library-source.ts';
import { pretendMachine } from '../pretend-machine.ts';

const inSysroot = 'lib/rustlib/src/rust/library';

test("Debian's source is a link in the sysroot, and its version lies beside it", () => {
  const { root, file, link } = pretendMachine();
  file('usr/src/rustc-1.96.0/library/core/src/lib.rs');
  file('usr/src/rustc-1.96.0/src/version', '1.96.0\n');
  link('usr/lib/rustlib/src/rust', '../../../src/rustc-1.96.0');
  const sysroot = join(root, 'usr');
  expect(librarySource(sysroot, undefined)).toEqual({ dir: join(sysroot, inSysroot), version: '1.96.0' });
});

test('without a version file the name of the folder that the link leads to tells', () => {
  const { root, file, link } = pretendMachine();
  file('usr/src/rustc-1.85.1/library/core/src/lib.rs');
  link('usr/lib/rustlib/src/rust', '../../../src/rustc-1.85.1');
  expect(librarySource(join(root, 'usr'), undefined)?.version).toBe('1.85.1');
});

test("rustup's component does not tell its version", () => {
  const { root, file } = pretendMachine();
  file(`toolchain/${inSysroot}/core/src/lib.rs`);
  expect(librarySource(join(root, 'toolchain'), undefined)).toEqual({
    dir: join(root, 'toolchain', inSysroot),
    version: null,
  });
});

test('RUST_LIB_SRC takes the place of the sysroot, even when nothing is there', () => {
  const { root, file } = pretendMachine();
  file(`usr/${inSysroot}/core/src/lib.rs`);
  file('src/rustc-1.90.0-src/library/core/src/lib.rs');
  const elsewhere = join(root, 'src/rustc-1.90.0-src/library');
  expect(librarySource(join(root, 'usr'), elsewhere)).toEqual({ dir: elsewhere, version: '1.90.0' });
  expect(librarySource(join(root, 'usr'), '/nowhere')).toBeNull();
});

test('a sysroot without source, a broken link and no sysroot have none', () => {
  const { root, link, folder } = pretendMachine();
  folder('empty');
  link('broken/lib/rustlib/src/rust', '/nowhere');
  const none = [join(root, 'empty'), join(root, 'broken'), null].map((sysroot) => librarySource(sysroot, undefined));
  expect(none).toEqual([null, null, null]);
});
