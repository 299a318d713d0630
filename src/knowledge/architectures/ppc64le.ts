import type { Architecture } from './architecture.ts';
import { littleEndian, only } from './conditions.ts';

export const ppc64le: Architecture = {
  name: 'ppc64le',
  machine: ['ppc64le'],
  arch: 'powerpc',
  srcarch: 'powerpc',
  config: 'CONFIG_PPC64',
  family: 'CONFIG_PPC',
  debian: 'ppc64el',
  elf: 21,
  rustTarget: 'powerpc64le-unknown-linux-gnu',
  llvm: { clang: 'ppc64le', config: 'PowerPC' },
  qemu: 'qemu-system-ppc64',
  gccTriplet: 'powerpc64le-linux-gnu',
  builtOn: [],
  symbols: { PPC64: true, PPC32: false, CPU_LITTLE_ENDIAN: true },
  aliases: ['powerpc64le'],
  proven: ['freestanding', 'rust-for-linux'],
  rust: {
    from: '7.3',
    conditions: [littleEndian('7.3', 'arch/powerpc/Kconfig of 7.3: select HAVE_RUST if PPC64 && CPU_LITTLE_ENDIAN')],
    source: 'arch/powerpc/Kconfig of 7.3',
  },
  freestanding: {
    conditions: [only('CPU_LITTLE_ENDIAN', 'a big-endian configuration', 'the target is little-endian')],
  },
  boot: {
    bits: 64,
    order: 'little',
    uname: 'ppc64le',
    machine: { words: '-machine pseries -cpu POWER9' },
    package: 'qemu-system-ppc',
    console: 'hvc0',
  },
  source: 'arch/powerpc/Kconfig and arch/powerpc/Makefile of 7.3',
};
