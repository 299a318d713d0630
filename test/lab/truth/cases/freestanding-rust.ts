import type { CaseDraft } from '../case.ts';
import { rustupRustc, withoutBackEnd } from './words.ts';

/** A rustc or its library source that is missing or wrong. */
export const rust: CaseDraft[] = [
  {
    name: 'no-rustc',
    state: 'no rustc',
    prepare: 'rm /usr/bin/rustc',
    because: ['rustc.library-source'],
    makeSays: /There is no Rust compiler/,
    always: true,
  },
  {
    name: 'rustc-not-executable',
    state: 'rustc is not executable',
    prepare: 'chmod a-x /usr/bin/rustc',
    because: ['rustc.library-source'],
    makeSays: /There is no Rust compiler/,
  },
  {
    name: 'rustc-without-llvm',
    state: 'rustc does not start: its LLVM is gone',
    system: 'trixie 6.12',
    prepare: 'rm /usr/lib/x86_64-linux-gnu/libLLVM*.so*',
    because: ['rustc.library-source'],
    makeSays: /There is no Rust compiler/,
  },
  {
    name: 'no-library-source',
    state: 'no library source',
    prepare: 'rm -r /usr/lib/rustlib/src',
    because: ['rustc.library-source'],
    makeSays: /the library source of that version is not at/,
    always: true,
  },
  {
    name: 'old-rustc',
    state: 'rustc 1.63',
    system: 'bookworm 6.1, rustc 1.63',
    because: ['rustc.library-source'],
    makeSays: /rustc is rustc 1\.63\.0, too old/,
    always: true,
  },
  {
    name: 'rustc-in-environment',
    state: 'RUSTC names rustup’s rustc, which has no library source',
    rustup: true,
    env: { RUSTC: rustupRustc },
    because: ['rustc.library-source'],
    makeSays: /library source/,
    always: true,
  },
  {
    name: 'other-library-source',
    state: 'RUSTC names rustup’s rustc, RUST_LIB_SRC the source of another version',
    rustup: true,
    env: { RUSTC: rustupRustc, RUST_LIB_SRC: '/usr/lib/rustlib/src/rust/library' },
    because: ['rustc.library-source'],
    makeSays: /library source/,
    always: true,
  },
  {
    name: 'library-source-nowhere',
    state: 'RUST_LIB_SRC names a folder that is not there',
    env: { RUST_LIB_SRC: '/nowhere' },
    because: ['rustc.library-source'],
    makeSays: /the library source of that version is not at \/nowhere/,
  },
  {
    name: 'rustc-without-back-end',
    state: 'the LLVM in rustc has no back end for x86_64: what registers it is patched to do nothing',
    system: 'trixie 6.12',
    prepare: withoutBackEnd,
    because: ['rustc.library-source', 'rustc.llvm'],
    makeSays: /could not create LLVM TargetMachine/,
  },
];
