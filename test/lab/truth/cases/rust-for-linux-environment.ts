import { trees } from '../../systems.ts';
import type { CaseDraft } from '../case.ts';
import { built, clangKernel, sccache } from './words.ts';

/** Variables of the environment that Kbuild and the compilers read. */
export const environment: CaseDraft[] = [
  {
    name: 'rustc-of-words',
    state: 'RUSTC is a command of several words',
    prepare: sccache,
    env: { RUSTC: 'sccache /usr/bin/rustc' },
    because: [],
    makeSays: built,
  },
  {
    name: 'retpoline-rustflags',
    state: 'RETPOLINE_RUSTFLAGS of the environment, which Kbuild adds to and never sets',
    env: { RETPOLINE_RUSTFLAGS: 'nonsense' },
    because: [],
    makeSays: built,
  },
  {
    name: 'tmpdir-nowhere',
    state: 'TMPDIR names a folder that is not there',
    env: { TMPDIR: '/nowhere' },
    because: [],
    makeSays: built,
  },
  {
    name: 'krustflags',
    state: 'KRUSTFLAGS holds an option that no rustc knows',
    env: { KRUSTFLAGS: '-Cnonsense' },
    because: ['rustc.identity'],
    makeSays: /unknown codegen option/,
  },
  {
    name: 'llvm-suffix',
    state: 'a tree that Clang prepared, LLVM=-19 and its tools by their versioned names alone',
    system: clangKernel,
    kdir: trees.clang,
    prepare: 'rm /usr/bin/clang /usr/bin/ld.lld /usr/bin/llvm-*[a-z]',
    env: { LLVM: '-19' },
    because: [],
    makeSays: built,
  },
];
