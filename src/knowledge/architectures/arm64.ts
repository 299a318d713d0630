import type { Architecture } from './architecture.ts';
import { littleEndian, shadowCallStack, without } from './conditions.ts';

export const arm64: Architecture = {
  name: 'arm64',
  machine: ['aarch64'],
  arch: 'arm64',
  srcarch: 'arm64',
  config: 'CONFIG_ARM64',
  family: 'CONFIG_ARM64',
  debian: 'arm64',
  elf: 183,
  rustTarget: 'aarch64-unknown-none-softfloat',
  llvm: { clang: 'aarch64', config: 'AArch64' },
  qemu: 'qemu-system-aarch64',
  gccTriplet: 'aarch64-linux-gnu',
  builtOn: [],
  symbols: {},
  aliases: [],
  proven: ['freestanding', 'rust-for-linux'],
  rust: {
    from: '6.9',
    conditions: [
      littleEndian('6.9', 'Documentation/rust/arch-support.rst of 6.9'),
      shadowCallStack('config RUSTC_SUPPORTS_ARM64 in arch/arm64/Kconfig of 6.12', 'UNWIND_PATCH_PAC_INTO_SCS'),
    ],
    source: 'Documentation/rust/arch-support.rst of 6.9',
  },
  freestanding: {
    conditions: [
      without('CPU_BIG_ENDIAN', 'CONFIG_CPU_LITTLE_ENDIAN on', 'rustc has no such target without floating point'),
    ],
  },
  boot: {
    bits: 64,
    order: 'little',
    uname: 'aarch64',
    machine: {
      words: '-machine virt -cpu max,pauth-impdef=on',
      because: 'Signing addresses as real processors do it takes QEMU most of the time.',
    },
    package: 'qemu-system-arm',
    console: 'ttyAMA0',
  },
  source: 'arch/arm64/Kconfig and arch/arm64/Makefile of 7.3',
};
