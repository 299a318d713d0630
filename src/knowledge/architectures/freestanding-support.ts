import { type ConfigCondition, isSet } from '../kernel/config-condition.ts';
import { freestandingFloor } from '../kernel/minimum.ts';

/** What freestanding modules for an architecture take beside what they take everywhere. Their own Makefiles refuse the rest. */
interface FreestandingSupport {
  /** Our name of the architecture. */
  architecture: string;
  /** The oldest rustc, where that is newer than everywhere. */
  rustc?: string;
  conditions: readonly ConfigCondition[];
}

/** The Makefiles refuse such kernels of whatever age. */
const from = '0';

const without = (symbol: string, change: string, source: string): ConfigCondition => ({
  from,
  forbids: (config) => isSet(config, symbol),
  title: `CONFIG_${symbol}`,
  change,
  source,
});

const only = (symbol: string, title: string, source: string): ConfigCondition => ({
  from,
  forbids: (config) => !isSet(config, symbol),
  title,
  change: `CONFIG_${symbol} on`,
  source,
});

/** Architectures that are not listed take nothing more. */
export const freestandingSupport: readonly FreestandingSupport[] = [
  {
    architecture: 'arm64',
    conditions: [
      without('CPU_BIG_ENDIAN', 'CONFIG_CPU_LITTLE_ENDIAN on', 'rustc has no such target without floating point'),
    ],
  },
  {
    architecture: 'arm',
    conditions: [
      only('CPU_32v7', 'a processor other than ARMv7', 'the target, armv7-unknown-linux-gnueabi'),
      without('CPU_BIG_ENDIAN', 'CONFIG_CPU_LITTLE_ENDIAN on', 'the target is little-endian'),
      without('THUMB2_KERNEL', 'CONFIG_THUMB2_KERNEL off', 'no module was loaded in a kernel of Thumb-2 code'),
    ],
  },
  {
    architecture: 'riscv64',
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
  {
    architecture: 'ppc64le',
    conditions: [only('CPU_LITTLE_ENDIAN', 'a big-endian configuration', 'the target is little-endian')],
  },
  {
    architecture: 's390x',
    // -Zpacked-stack, and the target s390x-unknown-none-softfloat: rustc 1.96.
    rustc: '1.96.0',
    conditions: [
      without('EXPOLINE', 'CONFIG_EXPOLINE off', 'rustc makes no such thunks; arch/s390/Kconfig of 7.2: !EXPOLINE'),
    ],
  },
  {
    architecture: 'loongarch64',
    conditions: [only('64BIT', 'a 32-bit configuration', 'the target is of 64 bits')],
  },
  {
    architecture: 'mips64el',
    conditions: [
      only('64BIT', 'a 32-bit configuration', 'the target is of 64 bits'),
      only('CPU_LITTLE_ENDIAN', 'a big-endian configuration', 'the target is little-endian'),
      only('CPU_MIPSR2', 'a processor other than of release 2', 'mips64r2 is what the target is for'),
    ],
  },
];

/** The oldest rustc for freestanding modules on an architecture. */
export function freestandingFloorOn(name: string): string {
  return freestandingSupport.find(({ architecture }) => architecture === name)?.rustc ?? freestandingFloor;
}
