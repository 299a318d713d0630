import type { Flavour } from '../assessment.ts';

/** One processor architecture under the names that each of the field's tools has for it. */
export interface Architecture {
  /** Our name for it. */
  name: string;
  /** What `uname -m` says on it. */
  machine: string[];
  /** Kbuild's ARCH. */
  arch: string;
  /** Kbuild's SRCARCH, the folder below `arch/`. */
  srcarch: string;
  /** The symbol of a kernel's configuration that is `y` when it was built for this architecture. */
  config: string;
  /** Debian's name (`dpkg --print-architecture`). */
  debian: string;
  /** `e_machine` of its ELF files. */
  elf: number;
  /** The built-in rustc target that freestanding modules are compiled for. */
  rustTarget: string;
  /** LLVM's back end, as `clang -print-targets` and as `llvm-config --targets-built` print it. */
  llvm: { clang: string; config: string };
  /** QEMU's system emulator. */
  qemu: string;
  /** Prefix of GCC's cross tools, without the last dash. */
  gccTriplet: string;
  /** Other names in use for it that no row of this table shares. */
  aliases: string[];
  /** The flavours that have been built for it and loaded on it. Others are refused rather than promised. */
  proven: Flavour[];
}

/**
 * Sources: machine → ARCH is the kernel's `scripts/subarch.include`; rustc targets are those of
 * `arch/<SRCARCH>/Makefile` in 7.3 where they are built in, and rustc's bare or Linux target otherwise;
 * LLVM names are printed by `clang -print-targets` and `llvm-config --targets-built` of LLVM 19; ELF's numbers are those
 * of include/uapi/linux/elf-em.h.
 */
export const architectures: readonly Architecture[] = [
  {
    name: 'x86_64',
    machine: ['x86_64'],
    arch: 'x86_64',
    srcarch: 'x86',
    config: 'CONFIG_X86_64',
    debian: 'amd64',
    elf: 62,
    rustTarget: 'x86_64-unknown-none',
    llvm: { clang: 'x86-64', config: 'X86' },
    qemu: 'qemu-system-x86_64',
    gccTriplet: 'x86_64-linux-gnu',
    aliases: ['x86-64'],
    proven: ['freestanding', 'rust-for-linux'],
  },
  {
    name: 'i386',
    machine: ['i386', 'i486', 'i586', 'i686'],
    arch: 'i386',
    srcarch: 'x86',
    config: 'CONFIG_X86_32',
    debian: 'i386',
    elf: 3,
    rustTarget: 'i686-unknown-linux-gnu',
    llvm: { clang: 'x86', config: 'X86' },
    qemu: 'qemu-system-i386',
    gccTriplet: 'i686-linux-gnu',
    aliases: [],
    proven: [],
  },
  {
    name: 'arm64',
    machine: ['aarch64'],
    arch: 'arm64',
    srcarch: 'arm64',
    config: 'CONFIG_ARM64',
    debian: 'arm64',
    elf: 183,
    rustTarget: 'aarch64-unknown-none-softfloat',
    llvm: { clang: 'aarch64', config: 'AArch64' },
    qemu: 'qemu-system-aarch64',
    gccTriplet: 'aarch64-linux-gnu',
    aliases: [],
    proven: [],
  },
  {
    name: 'arm',
    machine: ['armv7l', 'armv8l'],
    arch: 'arm',
    srcarch: 'arm',
    config: 'CONFIG_ARM',
    debian: 'armhf',
    elf: 40,
    rustTarget: 'armv7a-none-eabi',
    llvm: { clang: 'arm', config: 'ARM' },
    qemu: 'qemu-system-arm',
    gccTriplet: 'arm-linux-gnueabihf',
    aliases: [],
    proven: [],
  },
  {
    name: 'riscv64',
    machine: ['riscv64'],
    arch: 'riscv',
    srcarch: 'riscv',
    config: 'CONFIG_RISCV',
    debian: 'riscv64',
    elf: 243,
    rustTarget: 'riscv64imac-unknown-none-elf',
    llvm: { clang: 'riscv64', config: 'RISCV' },
    qemu: 'qemu-system-riscv64',
    gccTriplet: 'riscv64-linux-gnu',
    aliases: [],
    proven: [],
  },
  {
    name: 'ppc64le',
    machine: ['ppc64le'],
    arch: 'powerpc',
    srcarch: 'powerpc',
    config: 'CONFIG_PPC64',
    debian: 'ppc64el',
    elf: 21,
    rustTarget: 'powerpc64le-unknown-linux-gnu',
    llvm: { clang: 'ppc64le', config: 'PowerPC' },
    qemu: 'qemu-system-ppc64',
    gccTriplet: 'powerpc64le-linux-gnu',
    aliases: ['powerpc64le'],
    proven: [],
  },
  {
    name: 's390x',
    machine: ['s390x'],
    arch: 's390',
    srcarch: 's390',
    config: 'CONFIG_S390',
    debian: 's390x',
    elf: 22,
    rustTarget: 's390x-unknown-linux-gnu',
    llvm: { clang: 'systemz', config: 'SystemZ' },
    qemu: 'qemu-system-s390x',
    gccTriplet: 's390x-linux-gnu',
    aliases: [],
    proven: [],
  },
  {
    name: 'loongarch64',
    machine: ['loongarch64'],
    arch: 'loongarch',
    srcarch: 'loongarch',
    config: 'CONFIG_LOONGARCH',
    debian: 'loong64',
    elf: 258,
    rustTarget: 'loongarch64-unknown-none-softfloat',
    llvm: { clang: 'loongarch64', config: 'LoongArch' },
    qemu: 'qemu-system-loongarch64',
    gccTriplet: 'loongarch64-linux-gnu',
    aliases: [],
    proven: [],
  },
];

/**
 * Finds an architecture by any of its names: ours, uname's, Kbuild's, Debian's or LLVM's.
 * Answers null for an unknown name, and for one that fits several rows, such as `x86`.
 */
export function findArchitecture(name: string): Architecture | null {
  const [only, ...others] = architectures.filter((row) => names(row).includes(name));
  return only !== undefined && others.length === 0 ? only : null;
}

function names(row: Architecture): string[] {
  return [row.name, ...row.machine, row.arch, row.srcarch, row.debian, row.llvm.clang, ...row.aliases];
}
