import type { DebianOptions } from '../debian.ts';

/** Debian 13 with the real programs of a Rust toolchain and the sources of two kernels, still packed. */
export const rustAndSources: DebianOptions = {
  suite: 'trixie',
  backports: true,
  packages: [
    ...['rustc', 'rust-src', 'bindgen', 'clang', 'gcc', 'libc6-dev', 'make', 'xz-utils'],
    ...['linux-source-6.12', 'linux-source-7.3/trixie-backports'],
  ],
};
