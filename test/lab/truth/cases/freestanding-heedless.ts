import { trees } from '../../systems.ts';
import type { CaseDraft } from '../case.ts';
import { brokenRustc, built, nameHeaders, newKernel } from './words.ts';

/** What looks like trouble and is none. */
export const heedless: CaseDraft[] = [
  {
    name: 'trixie-rustup-first',
    state: 'rustup’s rustc first on PATH, without library source',
    system: 'trixie 6.12',
    rustup: true,
    because: [],
    makeSays: built,
  },
  {
    name: 'arch-in-environment',
    state: 'ARCH=x86_64 in the environment',
    env: { ARCH: 'x86_64' },
    because: [],
    makeSays: built,
  },
  {
    name: 'kdir-in-environment',
    state: 'KDIR in the environment names the tree',
    prepare: nameHeaders,
    env: { KDIR: '/root/headers' },
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
    name: 'own-tree-without-metadata',
    state: 'a prepared source tree whose Rust metadata is gone',
    system: newKernel,
    kdir: trees.rust,
    prepare: `rm ${trees.rust}/rust/*.rmeta ${trees.rust}/rust/*.so ${trees.rust}/scripts/target.json`,
    because: [],
    makeSays: built,
  },
];
