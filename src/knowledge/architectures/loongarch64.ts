import type { Architecture } from './architecture.ts';
import { noKasan, only } from './conditions.ts';

export const loongarch64: Architecture = {
  name: 'loongarch64',
  machine: ['loongarch64'],
  arch: 'loongarch',
  srcarch: 'loongarch',
  config: 'CONFIG_LOONGARCH',
  family: 'CONFIG_LOONGARCH',
  debian: 'loong64',
  elf: 258,
  rustTarget: 'loongarch64-unknown-none-softfloat',
  llvm: { clang: 'loongarch64', config: 'LoongArch' },
  qemu: 'qemu-system-loongarch64',
  gccTriplet: 'loongarch64-linux-gnu',
  builtOn: [],
  symbols: {},
  aliases: [],
  proven: ['freestanding', 'rust-for-linux'],
  rust: {
    from: '6.8',
    conditions: [noKasan('7.2', 'arch/loongarch/Kconfig of 7.2: select HAVE_RUST if !KASAN')],
    source: 'Documentation/rust/arch-support.rst of 6.8',
  },
  freestanding: {
    conditions: [only('64BIT', 'a 32-bit configuration', 'the target is of 64 bits')],
  },
  boot: {
    bits: 64,
    order: 'little',
    uname: 'loongarch64',
    machine: {
      words: '-machine virt -cpu la464 -bios /usr/share/qemu-efi-loongarch64/QEMU_EFI.fd',
      because: 'Without firmware the kernel finds no ACPI tables, and dies of a keyboard that is not there.',
    },
    package: 'qemu-system-misc and qemu-efi-loongarch64',
    console: 'ttyS0',
  },
  source: 'arch/loongarch/Kconfig and arch/loongarch/Makefile of 7.3',
};
