import type { DebianOptions } from './debian.ts';

/** What building a freestanding module and booting it takes, besides the Rust. */
const buildAndBoot = ['make', 'gcc', 'qemu-system-x86', 'busybox-static'];

/** What the cases look at modules and scripts with; no module needs it. */
const inspection = ['kmod', 'gdb', 'shellcheck'];

/** Debian 12 as it is installed. */
export const bookworm: DebianOptions = { suite: 'bookworm' };

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

/** Debian 13 with kernel 6.12 and Rust 1.85. */
export const trixieReady: DebianOptions = {
  suite: 'trixie',
  packages: ['rustc', 'rust-src', 'linux-headers-amd64', ...buildAndBoot, ...inspection],
};

/** Debian 13 with the newest kernel of its backports. */
export const trixieBackports: DebianOptions = {
  suite: 'trixie',
  backports: true,
  packages: ['rustc', 'rust-src', 'linux-headers-amd64/trixie-backports', ...buildAndBoot, ...inspection],
};
