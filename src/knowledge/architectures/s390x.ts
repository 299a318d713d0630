import { isSet } from '../kernel/config-condition.ts';
import type { Architecture } from './architecture.ts';
import { without } from './conditions.ts';

export const s390x: Architecture = {
  name: 's390x',
  machine: ['s390x'],
  arch: 's390',
  srcarch: 's390',
  config: 'CONFIG_S390',
  family: 'CONFIG_S390',
  debian: 's390x',
  elf: 22,
  rustTarget: 's390x-unknown-none-softfloat',
  llvm: { clang: 'systemz', config: 'SystemZ' },
  qemu: 'qemu-system-s390x',
  gccTriplet: 's390x-linux-gnu',
  builtOn: [],
  symbols: {},
  aliases: [],
  proven: ['freestanding', 'rust-for-linux'],
  rust: {
    from: '7.2',
    conditions: [
      {
        from: '7.2',
        forbids: (config) => isSet(config, 'EXPOLINE'),
        title: 'CONFIG_EXPOLINE',
        change: 'CONFIG_EXPOLINE off',
        source: 'arch/s390/Kconfig of 7.2: select HAVE_RUST if !EXPOLINE',
      },
    ],
    source: 'arch/s390/Kconfig of 7.2',
  },
  freestanding: {
    // -Zpacked-stack, and the target s390x-unknown-none-softfloat: rustc 1.96.
    rustc: '1.96.0',
    conditions: [
      without('EXPOLINE', 'CONFIG_EXPOLINE off', 'rustc makes no such thunks; arch/s390/Kconfig of 7.2: !EXPOLINE'),
    ],
  },
  boot: {
    bits: 64,
    order: 'big',
    uname: 's390x',
    machine: { words: '-cpu max' },
    package: 'qemu-system-s390x, or qemu-system-misc',
    console: 'ttysclp0',
  },
  source: 'arch/s390/Kconfig and arch/s390/Makefile of 7.3',
};
