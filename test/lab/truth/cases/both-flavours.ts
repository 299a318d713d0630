import { trees } from '../../systems.ts';
import type { CaseDraft } from '../case.ts';
import { built, clangKernel, sccache } from './words.ts';

export const rustcOfWords: CaseDraft = {
  name: 'rustc-of-words',
  state: 'RUSTC is a command of several words',
  prepare: sccache,
  env: { RUSTC: 'sccache /usr/bin/rustc' },
  because: [],
  makeSays: built,
};

export const llvmSuffix: CaseDraft = {
  name: 'llvm-suffix',
  state: 'a tree that Clang prepared, LLVM=-19 and its tools by their versioned names alone',
  system: clangKernel,
  kdir: trees.clang,
  prepare: 'rm /usr/bin/clang /usr/bin/ld.lld /usr/bin/llvm-*[a-z]',
  env: { LLVM: '-19' },
  because: [],
  makeSays: built,
};
