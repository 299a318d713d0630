import type { CaseDraft } from '../case.ts';

/** Variables of the environment that Kbuild and the compilers read. */
export const environment: CaseDraft[] = [
  {
    name: 'rustc-of-words',
    state: 'RUSTC is a command of several words',
    env: { RUSTC: 'env rustc' },
    because: ['rustc.version'],
    makeSays: /Rust compiler 'env rustc' could not be found/,
  },
  {
    name: 'llvm-folder-without-slash',
    state: 'LLVM names a folder without a slash at its end',
    env: { LLVM: '/usr/lib/llvm-19/bin' },
    because: ['llvm.setting'],
    makeSays: /Invalid value for LLVM/,
  },
];
