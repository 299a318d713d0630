import { isSet } from '../kernel/config-condition.ts';
import type { Architecture } from './architecture.ts';
import { only, shadowCallStack, without } from './conditions.ts';

export const riscv64: Architecture = {
  name: 'riscv64',
  machine: ['riscv64'],
  arch: 'riscv',
  srcarch: 'riscv',
  config: 'CONFIG_RISCV',
  family: 'CONFIG_RISCV',
  debian: 'riscv64',
  elf: 243,
  rustTarget: 'riscv64imac-unknown-none-elf',
  llvm: { clang: 'riscv64', config: 'RISCV' },
  qemu: 'qemu-system-riscv64',
  gccTriplet: 'riscv64-linux-gnu',
  builtOn: [],
  symbols: { '64BIT': true },
  aliases: [],
  proven: ['freestanding', 'rust-for-linux'],
  rust: {
    from: '6.10',
    conditions: [
      {
        from: '6.10',
        forbids: (config) => !isSet(config, '64BIT'),
        title: 'a 32-bit configuration',
        change: 'CONFIG_64BIT on',
        source: 'arch/riscv/Kconfig of 6.12: RUSTC_SUPPORTS_RISCV',
      },
      {
        from: '6.10',
        forbids: (config) => !isSet(config, 'CC_IS_CLANG'),
        title: 'GCC as its compiler',
        change: 'LLVM=1',
        tools: true,
        source: 'arch/riscv/Kconfig of 6.12: select HAVE_RUST if RUSTC_SUPPORTS_RISCV && CC_IS_CLANG',
      },
      shadowCallStack('config RUSTC_SUPPORTS_RISCV in arch/riscv/Kconfig of 6.12', null),
    ],
    source: 'Documentation/rust/arch-support.rst of 6.10',
  },
  freestanding: {
    conditions: [
      only('64BIT', 'a 32-bit configuration', 'the target, riscv64imac-unknown-none-elf'),
      only('RISCV_ISA_C', 'no compressed instructions', 'the target has them'),
      without(
        'SHADOW_CALL_STACK',
        'CONFIG_SHADOW_CALL_STACK off',
        'no module was loaded in a RISC-V kernel with a shadow call stack',
      ),
    ],
  },
  boot: {
    bits: 64,
    order: 'little',
    uname: 'riscv64',
    machine: { words: '-machine virt' },
    package: 'qemu-system-riscv, or qemu-system-misc and opensbi',
    console: 'ttyS0',
  },
  source: 'arch/riscv/Kconfig and arch/riscv/Makefile of 7.3',
};
