import type { Architecture } from './architecture.ts';

export const x86_64: Architecture = {
  name: 'x86_64',
  machine: ['x86_64'],
  arch: 'x86_64',
  srcarch: 'x86',
  config: 'CONFIG_X86_64',
  family: 'CONFIG_X86',
  debian: 'amd64',
  elf: 62,
  rustTarget: 'x86_64-unknown-none',
  llvm: { clang: 'x86-64', config: 'X86' },
  qemu: 'qemu-system-x86_64',
  gccTriplet: 'x86_64-linux-gnu',
  builtOn: [],
  symbols: { X86_64: true },
  aliases: ['x86-64'],
  proven: ['freestanding', 'rust-for-linux'],
  rust: { from: '6.1', conditions: [], source: 'arch/x86/Kconfig: select HAVE_RUST if X86_64' },
  freestanding: { conditions: [] },
  boot: {
    bits: 64,
    order: 'little',
    uname: 'x86_64',
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
    rustTarget:
      "the kernel's own is a specification that its build makes (scripts/generate_rust_target.rs); this one, which it asks rustc's options of, has no floating point either",
  },
};
