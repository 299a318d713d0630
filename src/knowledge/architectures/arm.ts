import { isSet } from '../kernel/config-condition.ts';
import type { Architecture } from './architecture.ts';
import { littleEndian, noKasan, only, without } from './conditions.ts';

export const arm: Architecture = {
  name: 'arm',
  machine: ['armv7l', 'armv8l'],
  arch: 'arm',
  srcarch: 'arm',
  config: 'CONFIG_ARM',
  family: 'CONFIG_ARM',
  debian: 'armhf',
  elf: 40,
  rustTarget: 'armv7-unknown-linux-gnueabi',
  llvm: { clang: 'arm', config: 'ARM' },
  qemu: 'qemu-system-arm',
  gccTriplet: 'arm-linux-gnueabihf',
  builtOn: [],
  symbols: { CPU_32v7: true },
  aliases: [],
  proven: ['freestanding', 'rust-for-linux'],
  rust: {
    from: '6.15',
    conditions: [
      littleEndian('6.15', 'ARM: 9441/1 (commit ccb8ce526807)'),
      {
        from: '6.15',
        forbids: (config) => !isSet(config, 'CPU_32v7'),
        title: 'a configuration for a processor other than ARMv7',
        change: 'CONFIG_CPU_V7 on',
        source: 'ARM: 9441/1 (commit ccb8ce526807)',
      },
      noKasan('7.2', 'arch/arm/Kconfig of 7.2: select HAVE_RUST if CPU_LITTLE_ENDIAN && CPU_32v7 && !KASAN'),
    ],
    source: 'ARM: 9441/1 (commit ccb8ce526807)',
  },
  freestanding: {
    conditions: [
      only('CPU_32v7', 'a processor other than ARMv7', 'the target, armv7-unknown-linux-gnueabi'),
      without('CPU_BIG_ENDIAN', 'CONFIG_CPU_LITTLE_ENDIAN on', 'the target is little-endian'),
      without('THUMB2_KERNEL', 'CONFIG_THUMB2_KERNEL off', 'no module was loaded in a kernel of Thumb-2 code'),
    ],
  },
  boot: {
    bits: 32,
    order: 'little',
    uname: 'armv7l',
    machine: {
      words: '-machine virt,highmem=off -cpu cortex-a15',
      because: "Debian's kernel has no LPAE, and finds PCI only below 4 GiB.",
    },
    package: 'qemu-system-arm',
    console: 'ttyAMA0',
  },
  source: 'arch/arm/Kconfig and arch/arm/Makefile of 7.3',
  departures: {
    rustTarget:
      "the kernel's own, arm-unknown-linux-gnueabi, is for ARMv6: this is its like for the only version that can have Rust",
  },
};
