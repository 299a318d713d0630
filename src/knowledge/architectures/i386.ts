import type { Architecture } from './architecture.ts';

export const i386: Architecture = {
  name: 'i386',
  machine: ['i386', 'i486', 'i586', 'i686'],
  arch: 'i386',
  srcarch: 'x86',
  config: 'CONFIG_X86_32',
  family: 'CONFIG_X86',
  debian: 'i386',
  elf: 3,
  rustTarget: 'i586-unknown-linux-gnu',
  llvm: { clang: 'x86', config: 'X86' },
  qemu: 'qemu-system-i386',
  gccTriplet: 'i686-linux-gnu',
  builtOn: ['x86_64'],
  symbols: { X86_64: false, X86_32: true },
  aliases: [],
  proven: ['freestanding'],
  rust: null,
  withoutRust: {
    text: '32-bit x86 takes Rust only as a user-mode kernel (um)',
    source: 'scripts/generate_rust_target.rs of 7.3: "32-bit x86 only works under UML"',
  },
  freestanding: { conditions: [] },
  boot: {
    bits: 32,
    order: 'little',
    uname: 'i686',
    machine: { words: '-cpu max' },
    package: 'qemu-system-x86',
    console: 'ttyS0',
    options: {
      words: 'no_timer_check',
      because: 'Where the host is busy the kernel finds that timer broken, and panics.',
    },
  },
  source: 'arch/x86/Kconfig and arch/x86/Makefile of 7.3',
  departures: {
    rustTarget: 'the kernel has none (scripts/generate_rust_target.rs): the one of rustc that does without SSE',
    builtOn: '-m32 in arch/x86/Makefile of 7.3',
  },
};
