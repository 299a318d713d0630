import { readFileSync } from 'node:fs';
import type { DebianOptions } from './debian.ts';

/** What building a freestanding module and booting it takes, besides the Rust. */
const buildAndBoot = ['make', 'gcc', 'qemu-system-x86', 'busybox-static'];

/** What the cases look at modules and scripts with; no module needs it. */
const inspection = ['kmod', 'gdb', 'shellcheck'];

/** Debian 12 as it is installed. */
export const bookworm: DebianOptions = { suite: 'bookworm' };

/** Debian 12 with what builds a module in C, if there were a kernel tree. */
export const bookwormTools: DebianOptions = { suite: 'bookworm', packages: ['make', 'gcc'] };

/** Debian 12 with kernel 6.1 and the newest Rust it has. */
export const bookwormReady: DebianOptions = {
  suite: 'bookworm',
  packages: ['rustc-web', 'rust-web-src', 'linux-headers-amd64', ...buildAndBoot, ...inspection],
};

/** Debian 12 with the Rust that its plain package names bring, 1.63. */
export const bookwormOldRust: DebianOptions = {
  suite: 'bookworm',
  packages: ['rustc', 'rust-src', 'linux-headers-amd64', ...buildAndBoot],
};

/** Debian 13 as it is installed, without backports. */
export const trixieBare: DebianOptions = { suite: 'trixie' };

/** Debian 13 with kernel 6.12 and Rust 1.85. */
export const trixieReady: DebianOptions = {
  suite: 'trixie',
  packages: ['rustc', 'rust-src', 'linux-headers-amd64', ...buildAndBoot, ...inspection],
};

/** What preparing a kernel's source takes, Rust included. */
export const prepareKernel = [
  ...['rustc', 'rust-src', 'bindgen', 'clang', 'llvm', 'lld', 'gcc', 'libc6-dev', 'make', 'dwarves', 'python3-minimal'],
  ...['flex', 'bison', 'bc', 'libelf-dev', 'libssl-dev', 'kmod', 'cpio', 'xz-utils'],
];

/** Debian 13 with the newest kernel of its backports, and what preparing that kernel's source takes. */
export const trixieBackports: DebianOptions = {
  suite: 'trixie',
  backports: true,
  packages: [
    ...['linux-headers-amd64/trixie-backports', 'linux-source/trixie-backports'],
    ...new Set([...prepareKernel, ...buildAndBoot, ...inspection]),
  ],
};

/**
 * The kernel's source, and trees of it: configured like the distribution's, built by Clang, built to load signed modules
 * only, configured with the Rust that the distribution left out.
 */
export const trees = {
  source: '/usr/src/linux',
  rust: '/usr/src/rust-tree',
  clang: '/usr/src/clang-tree',
  signed: '/usr/src/signed-tree',
  enabled: '/usr/src/enabled-tree',
};

/** The script's text is part of the command, so that another text makes another layer. */
export function script(name: string, ...words: string[]): string[] {
  return ['sh', '-c', readFileSync(new URL(name, import.meta.url), 'utf8'), name, ...words];
}

const rustTree = script('rust-tree.sh', trees.source, trees.rust);
const clangTree = script('clang-tree.sh', trees.source, trees.clang);
const signedTree = script('signed-tree.sh', trees.source, trees.signed);

const enabledTree = script('enabled-tree.sh', trees.source, trees.enabled);

/** Debian 13 with a tree of its own kernel in which CONFIG_RUST was enabled. */
export const trixieEnabled: DebianOptions = {
  suite: 'trixie',
  packages: ['linux-headers-amd64', 'linux-source', ...prepareKernel],
  commands: [enabledTree],
};

/** Debian 13 with a tree of its backports' kernel that has Rust. */
export const trixieRust: DebianOptions = { ...trixieBackports, commands: [rustTree] };

/** The same with a second tree beside it: a small kernel that Clang built, with Rust and its inlined helpers. */
export const trixieClang: DebianOptions = { ...trixieBackports, commands: [rustTree, clangTree] };

/** The same with a kernel beside it that loads signed modules only. */
export const trixieSigned: DebianOptions = { ...trixieBackports, commands: [rustTree, signedTree] };

/** Debian unstable with what preparing its kernel's source takes. */
export const sid: DebianOptions = {
  suite: 'sid',
  packages: ['linux-headers-amd64', 'linux-source', ...new Set([...prepareKernel, ...buildAndBoot])],
};

/** The same with a tree of its kernel that has Rust. */
export const sidRust: DebianOptions = { ...sid, commands: [rustTree] };

/** Debian 13 with the kernel of its backports as a host of a fleet has it: modules are built there, and no kernel is. */
export const trixieFleet: DebianOptions = {
  suite: 'trixie',
  backports: true,
  packages: ['linux-headers-amd64/trixie-backports', 'rustc', 'libc6-dev', 'xz-utils', ...buildAndBoot],
};

/** Debian 13 with the headers of its backports' kernel and nothing else. */
export const trixieHeaders: DebianOptions = {
  suite: 'trixie',
  backports: true,
  packages: ['linux-headers-amd64/trixie-backports'],
};
