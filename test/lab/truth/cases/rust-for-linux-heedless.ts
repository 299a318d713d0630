import { trees } from '../../systems.ts';
import type { CaseDraft } from '../case.ts';
import { brokenRustc, built, clangKernel } from './words.ts';

/** What looks like trouble and is none. */
export const heedless: CaseDraft[] = [
  {
    name: 'sid-user',
    state: 'a tree of root’s, an ordinary user, and no kernel headers besides',
    system: 'sid 7.2',
    prepare: 'rm -r /lib/modules/* /usr/src/linux-headers-*',
    user: 'lab',
    because: [],
    makeSays: built,
  },
  {
    name: 'clang-tree-llvm',
    state: 'a tree that Clang prepared, LLVM=1 and no gcc',
    system: clangKernel,
    kdir: trees.clang,
    prepare: 'rm /usr/bin/gcc* /usr/bin/x86_64-linux-gnu-gcc*',
    env: { LLVM: '1' },
    because: [],
    makeSays: built,
  },
  {
    name: 'kdir-in-environment',
    state: 'KDIR in the environment names the tree',
    env: { KDIR: trees.rust },
    because: [],
    makeSays: built,
  },
  {
    name: 'broken-rustc-first',
    state: 'a rustc that only fails is first on PATH',
    prepare: brokenRustc,
    because: [],
    makeSays: built,
  },
  {
    name: 'preparing-tools-nowhere',
    state: 'BINDGEN and RUST_LIB_SRC name what is not there, which only preparing the tree takes',
    env: { BINDGEN: '/nowhere/bindgen', RUST_LIB_SRC: '/nowhere' },
    because: [],
    makeSays: built,
  },
  {
    name: 'no-clang-for-gcc-kernel',
    state: 'a tree that GCC prepared, no clang',
    prepare: 'rm /usr/bin/clang /usr/bin/clang-* /usr/bin/ld.lld',
    because: [],
    makeSays: built,
  },
  {
    name: 'no-cat',
    state: 'no cat and grep, which stop freestanding modules alone',
    prepare: 'rm /usr/bin/cat /usr/bin/grep',
    because: [],
    makeSays: built,
  },
  {
    name: 'more-metadata',
    state: 'a crate more than the kernel has',
    prepare: `cp ${trees.rust}/rust/libuapi.rmeta ${trees.rust}/rust/libmore.rmeta`,
    because: [],
    makeSays: built,
  },
];
