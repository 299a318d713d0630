import { type ConfigCondition, isSet, rustcBefore } from '../kernel/config-condition.ts';

/** Since when kernels of an architecture can have Rust, and on what that hangs in their configuration. */
export interface RustSupport {
  /** Our name of the architecture. */
  architecture: string;
  /** The first kernel whose Kconfig selects HAVE_RUST for it. */
  from: string;
  conditions: readonly ConfigCondition[];
  source: string;
}

const littleEndian = (from: string, source: string): ConfigCondition => ({
  from,
  forbids: (config) => !isSet(config, 'CPU_LITTLE_ENDIAN'),
  title: 'a big-endian configuration',
  change: 'CONFIG_CPU_LITTLE_ENDIAN on',
  source,
});

const noKasan = (from: string, source: string): ConfigCondition => ({
  from,
  forbids: (config) => isSet(config, 'KASAN'),
  title: 'CONFIG_KASAN',
  change: 'CONFIG_KASAN off',
  source,
});

/** rustc leaves the register of the shadow call stack alone since 1.82; where that stack is patched in at boot, 1.80 will do. */
const shadowCallStack = (source: string, patched: string | null): ConfigCondition => ({
  from: '6.12',
  until: '7.2',
  forbids: (config) =>
    isSet(config, 'SHADOW_CALL_STACK') &&
    rustcBefore(config, patched !== null && isSet(config, patched) ? 108000 : 108200),
  title: 'CONFIG_SHADOW_CALL_STACK with a rustc before 1.82',
  change: 'CONFIG_SHADOW_CALL_STACK off, or rustc 1.82 or newer',
  tools: true,
  source,
});

/** `ppc32` is a row of the plain architectures. Architectures that are not listed select HAVE_RUST in no kernel up to 7.3. */
export const rustSupport: readonly RustSupport[] = [
  { architecture: 'x86_64', from: '6.1', conditions: [], source: 'arch/x86/Kconfig: select HAVE_RUST if X86_64' },
  {
    architecture: 'um',
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
  {
    architecture: 'loongarch64',
    from: '6.8',
    conditions: [noKasan('7.2', 'arch/loongarch/Kconfig of 7.2: select HAVE_RUST if !KASAN')],
    source: 'Documentation/rust/arch-support.rst of 6.8',
  },
  {
    architecture: 'arm64',
    from: '6.9',
    conditions: [
      littleEndian('6.9', 'Documentation/rust/arch-support.rst of 6.9'),
      shadowCallStack('config RUSTC_SUPPORTS_ARM64 in arch/arm64/Kconfig of 6.12', 'UNWIND_PATCH_PAC_INTO_SCS'),
    ],
    source: 'Documentation/rust/arch-support.rst of 6.9',
  },
  {
    architecture: 'riscv64',
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
  {
    architecture: 'arm',
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
  {
    architecture: 's390x',
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
  {
    architecture: 'ppc64le',
    from: '7.3',
    conditions: [littleEndian('7.3', 'arch/powerpc/Kconfig of 7.3: select HAVE_RUST if PPC64 && CPU_LITTLE_ENDIAN')],
    source: 'arch/powerpc/Kconfig of 7.3',
  },
  {
    architecture: 'ppc32',
    from: '7.3',
    conditions: [],
    source: 'arch/powerpc/Kconfig of 7.3: select HAVE_RUST if PPC32',
  },
];
