import { trees } from '../../systems.ts';
import type { CaseDraft } from '../case.ts';
import { built, clangKernel, oddPath, otherGcc } from './words.ts';

/** Systems that have what it takes, and trees that only look so. */
export const readySystems: CaseDraft[] = [
  { name: 'backports', state: 'a tree made like the distribution’s', because: [], makeSays: built },
  { name: 'sid', state: 'a tree made like the distribution’s', system: 'sid 7.2', because: [], makeSays: built },
  { name: 'user', state: 'a tree of root’s, and an ordinary user', user: 'lab', because: [], makeSays: built },
  {
    name: 'thin-headers',
    state: 'stock headers with the metadata of a tree copied into them',
    prepare: `mkdir $HEADERS/rust && cp ${trees.rust}/rust/*.rmeta ${trees.rust}/rust/*.so $HEADERS/rust
      cp ${trees.rust}/scripts/target.json $HEADERS/scripts/ && ln -s $HEADERS /root/headers`,
    kdir: '/root/headers',
    because: [],
    makeSays: built,
  },
  { name: 'rustup-first', state: 'rustup’s rustc first on PATH', rustup: true, because: [], makeSays: built },
  {
    name: 'odd-path',
    state: 'PATH in odd order, with empty, relative, missing and doubled folders',
    env: { PATH: oddPath },
    because: [],
    makeSays: built,
  },
  {
    name: 'moved-tree',
    state: 'the tree was moved',
    prepare: `mv ${trees.rust} /root/moved`,
    kdir: '/root/moved',
    because: ['kernel.tree'],
    refused: 'new',
    makeSays: /specified kernel directory ".*" does not exist/,
  },
  {
    name: 'config-names-another-rustc',
    state: 'CONFIG_RUSTC_VERSION_TEXT names another rustc than the one that wrote the metadata',
    prepare: `sed -i 's/^\\(CONFIG_RUSTC_VERSION_TEXT="rustc \\)[^"]*/\\11.86.0 (05f9846f8 2025-03-31)/' \\
      ${trees.rust}/.config ${trees.rust}/include/config/auto.conf`,
    because: [],
    also: { 'kernel.one-rustc': 'warn' },
    makeSays: built,
  },
  {
    name: 'no-bindgen-no-source',
    state: 'neither bindgen nor library source, which only preparing the tree takes',
    prepare: 'rm -r /usr/bin/bindgen /usr/lib/rustlib/src',
    because: [],
    makeSays: built,
  },
  {
    name: 'another-gcc',
    state: 'the only gcc is of another major version than the kernel’s',
    system: 'sid 7.2',
    prepare: otherGcc(15),
    because: [],
    also: { 'cc.compiler': 'warn' },
    makeSays: built,
  },
  {
    name: 'older-gcc',
    state: 'the only gcc is of an older major version than the kernel’s, which lacks an option',
    prepare: otherGcc(13),
    because: ['cc.compiler'],
    makeSays: /unrecognized command-line option/,
  },
  {
    name: 'clang-tree',
    state: 'a tree that Clang prepared, C helpers inlined',
    system: clangKernel,
    kdir: trees.clang,
    because: [],
    also: { 'llvm.inline-helpers': 'ok', 'llvm.setting': 'ok', 'clang.llvm': 'ok' },
    makeSays: built,
  },
  {
    name: 'llvm-folder',
    state: 'a tree that Clang prepared, C helpers inlined, LLVM names the folder and no tool of it is on PATH',
    system: clangKernel,
    kdir: trees.clang,
    prepare: 'rm /usr/bin/clang* /usr/bin/ld.lld* /usr/bin/llvm-*',
    env: { LLVM: '/usr/lib/llvm-19/bin/' },
    because: [],
    also: { 'llvm.inline-helpers': 'ok', 'llvm.tools': 'ok' },
    makeSays: built,
  },
];
