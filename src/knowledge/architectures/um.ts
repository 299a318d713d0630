import { isSet } from '../kernel/config-condition.ts';
import type { Architecture } from './architecture.ts';

export const um: Architecture = {
  name: 'um',
  machine: [],
  arch: 'um',
  srcarch: 'um',
  config: 'CONFIG_UML',
  family: 'CONFIG_UML',
  debian: null,
  elf: 62,
  rustTarget: 'x86_64-unknown-none',
  llvm: { clang: 'x86-64', config: 'X86' },
  qemu: null,
  gccTriplet: 'x86_64-linux-gnu',
  builtOn: ['x86_64'],
  symbols: {},
  aliases: ['uml'],
  proven: [],
  rust: {
    from: '6.8',
    conditions: [
      {
        from: '6.8',
        until: '6.11',
        forbids: (config) => !isSet(config, '64BIT'),
        title: 'a 32-bit configuration',
        change: 'CONFIG_64BIT on',
        source: 'Documentation/rust/arch-support.rst of 6.8 and 6.11',
      },
    ],
    source: 'Documentation/rust/arch-support.rst of 6.8; arch/um/Kconfig of 6.12: select HAVE_RUST',
  },
  freestanding: { conditions: [] },
  boot: null,
  source: 'arch/um/Kconfig and arch/x86/Makefile.um of 7.3, as it is on x86_64',
  departures: {
    machine: 'a program says what its host says',
    rustTarget:
      "the kernel's own is a specification that its build makes (scripts/generate_rust_target.rs): the built-in one of its host",
    qemu: 'Documentation/virt/uml/user_mode_linux_howto_v2.rst: the kernel is started as a program',
    gccTriplet: "its host's",
    builtOn: 'Documentation/virt/uml/user_mode_linux_howto_v2.rst',
  },
};
