import type { Architecture } from './architecture.ts';
import { only } from './conditions.ts';

export const mips64el: Architecture = {
  name: 'mips64el',
  machine: ['mips64'],
  arch: 'mips',
  srcarch: 'mips',
  config: 'CONFIG_MIPS',
  family: 'CONFIG_MIPS',
  debian: 'mips64el',
  elf: 8,
  rustTarget: 'mips64el-unknown-linux-gnuabi64',
  llvm: { clang: 'mips64el', config: 'Mips' },
  qemu: 'qemu-system-mips64el',
  gccTriplet: 'mips64el-linux-gnuabi64',
  builtOn: [],
  symbols: {},
  aliases: [],
  proven: ['freestanding'],
  rust: null,
  withoutRust: {
    text: 'a patch of 2024 for it was not merged',
    source: '20240903-mips-rust-v1-0 on the mailing list linux-mips',
  },
  freestanding: {
    conditions: [
      only('64BIT', 'a 32-bit configuration', 'the target is of 64 bits'),
      only('CPU_LITTLE_ENDIAN', 'a big-endian configuration', 'the target is little-endian'),
      only('CPU_MIPSR2', 'a processor other than of release 2', 'mips64r2 is what the target is for'),
    ],
  },
  boot: {
    bits: 64,
    order: 'little',
    uname: 'mips64',
    machine: { words: '-machine malta -cpu 5KEc' },
    package: 'qemu-system-mips',
    console: 'ttyS0',
    processors: { count: 1, because: 'QEMU starts a second one at once, without what the kernel needs to stop it.' },
    last: {
      command: 'reboot -f',
      because: 'The machine has no switch to be turned off by, and QEMU ends when it would start again.',
    },
  },
  source: 'arch/mips/Kconfig and arch/mips/Makefile of 7.3',
  departures: {
    machine: 'UTS_MACHINE of arch/mips/Makefile, for either byte order',
    rustTarget: 'the kernel has none: the Linux target of rustc, whose floating point has to be turned off',
  },
};
