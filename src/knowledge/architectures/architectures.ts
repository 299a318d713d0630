import type { Flavour } from '../../model/assessment.ts';

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
  /** Debian's name (`dpkg --print-architecture`); null where it has none. */
  debian: string | null;
  /** `e_machine` of its ELF files. */
  elf: number;
  /** The built-in rustc target that freestanding modules are compiled for. */
  rustTarget: string;
  /** LLVM's back end, as `clang -print-targets` and as `llvm-config --targets-built` print it. */
  llvm: { clang: string; config: string };
  /** QEMU's system emulator; null for a kernel that is itself a program. */
  qemu: string | null;
  /** Prefix of GCC's cross tools, without the last dash. */
  gccTriplet: string;
  /** The other architectures whose own compiler builds for it, by our names. */
  builtOn: string[];
  /** Symbols that are always so in the configuration of its kernels, out of those that `select HAVE_RUST` hangs on. */
  symbols: Readonly<Record<string, boolean>>;
  /** Other names in use for it that no row of this table shares. */
  aliases: string[];
  /** The flavours that have been built for it and loaded on it. Others are refused rather than promised. */
  proven: Flavour[];
  source: string;
  /** Of the names that do not come from where the others' do, each with its own source, by the field. */
  departures?: Partial<Record<'machine' | 'rustTarget' | 'qemu' | 'gccTriplet' | 'builtOn', string>>;
}

/**
 * Where the names of a column come from: machine, Kbuild's `scripts/subarch.include` and the UTS_MACHINE of
 * `arch/<SRCARCH>/Makefile`; arch, srcarch, config and symbols, `arch/<SRCARCH>/Kconfig`; Debian's, `dpkg-architecture -L`;
 * rustTarget, the target built into rustc that `arch/<SRCARCH>/Makefile` of 7.3 hands it; LLVM's, `clang -print-targets`
 * and `llvm-config --targets-built` of LLVM 19 and 21; ELF's, include/uapi/linux/elf-em.h; QEMU's, the programs of
 * Debian's qemu-system packages; gccTriplet, Debian's cross compilers (`gcc-<triplet>`). `source` tells what shows a row
 * to be so, `departures` where a name is from elsewhere.
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
    builtOn: [],
    symbols: { X86_64: true },
    aliases: ['x86-64'],
    proven: ['freestanding', 'rust-for-linux'],
    source: 'arch/x86/Kconfig and arch/x86/Makefile of 7.3',
    departures: {
      rustTarget:
        "the kernel's own is a specification that its build makes (scripts/generate_rust_target.rs); this one, which it asks rustc's options of, has no floating point either",
    },
  },
  {
    name: 'i386',
    machine: ['i386', 'i486', 'i586', 'i686'],
    arch: 'i386',
    srcarch: 'x86',
    config: 'CONFIG_X86_32',
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
    source: 'arch/x86/Kconfig and arch/x86/Makefile of 7.3',
    departures: {
      rustTarget: 'the kernel has none (scripts/generate_rust_target.rs): the one of rustc that does without SSE',
      builtOn: '-m32 in arch/x86/Makefile of 7.3',
    },
  },
  {
    name: 'um',
    machine: [],
    arch: 'um',
    srcarch: 'um',
    config: 'CONFIG_UML',
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
    source: 'arch/um/Kconfig and arch/x86/Makefile.um of 7.3, as it is on x86_64',
    departures: {
      machine: 'a program says what its host says',
      rustTarget:
        "the kernel's own is a specification that its build makes (scripts/generate_rust_target.rs): the built-in one of its host",
      qemu: 'Documentation/virt/uml/user_mode_linux_howto_v2.rst: the kernel is started as a program',
      gccTriplet: "its host's",
      builtOn: 'Documentation/virt/uml/user_mode_linux_howto_v2.rst',
    },
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
    builtOn: [],
    symbols: {},
    aliases: [],
    proven: ['freestanding', 'rust-for-linux'],
    source: 'arch/arm64/Kconfig and arch/arm64/Makefile of 7.3',
  },
  {
    name: 'arm',
    machine: ['armv7l', 'armv8l'],
    arch: 'arm',
    srcarch: 'arm',
    config: 'CONFIG_ARM',
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
    source: 'arch/arm/Kconfig and arch/arm/Makefile of 7.3',
    departures: {
      rustTarget:
        "the kernel's own, arm-unknown-linux-gnueabi, is for ARMv6: this is its like for the only version that can have Rust",
    },
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
    builtOn: [],
    symbols: { '64BIT': true },
    aliases: [],
    proven: ['freestanding', 'rust-for-linux'],
    source: 'arch/riscv/Kconfig and arch/riscv/Makefile of 7.3',
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
    builtOn: [],
    symbols: { PPC64: true, PPC32: false, CPU_LITTLE_ENDIAN: true },
    aliases: ['powerpc64le'],
    proven: ['freestanding', 'rust-for-linux'],
    source: 'arch/powerpc/Kconfig and arch/powerpc/Makefile of 7.3',
  },
  {
    name: 's390x',
    machine: ['s390x'],
    arch: 's390',
    srcarch: 's390',
    config: 'CONFIG_S390',
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
    source: 'arch/s390/Kconfig and arch/s390/Makefile of 7.3',
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
    builtOn: [],
    symbols: {},
    aliases: [],
    proven: ['freestanding', 'rust-for-linux'],
    source: 'arch/loongarch/Kconfig and arch/loongarch/Makefile of 7.3',
  },
  {
    name: 'mips64el',
    machine: ['mips64'],
    arch: 'mips',
    srcarch: 'mips',
    config: 'CONFIG_MIPS',
    debian: 'mips64el',
    elf: 8,
    rustTarget: 'mips64el-unknown-linux-gnuabi64',
    llvm: { clang: 'mips64el', config: 'Mips' },
    qemu: 'qemu-system-mips64el',
    gccTriplet: 'mips64el-linux-gnuabi64',
    builtOn: [],
    symbols: {},
    aliases: [],
    proven: ['freestanding'],
    source: 'arch/mips/Kconfig and arch/mips/Makefile of 7.3',
    departures: {
      machine: 'UTS_MACHINE of arch/mips/Makefile, for either byte order',
      rustTarget: 'the kernel has none: the Linux target of rustc, whose floating point has to be turned off',
    },
  },
];

/**
 * Finds an architecture by any of its names: ours first, then uname's, Kbuild's, Debian's or LLVM's.
 * Answers null for an unknown name, and for one that fits several rows, such as `x86`.
 */
export function findArchitecture(name: string): Architecture | null {
  return findByName(architectures, name);
}

/** The row of a table that has the name for its own, otherwise the only one that shares it. */
export function findByName<Row extends Named>(rows: readonly Row[], name: string): Row | null {
  const own = rows.find((row) => [row.name, ...row.aliases].includes(name));
  if (own) return own;
  const [only, ...others] = rows.filter((row) => sharedNames(row).includes(name));
  return only !== undefined && others.length === 0 ? only : null;
}

/** What a row is found by. */
interface Named extends Pick<Architecture, 'name' | 'machine' | 'arch' | 'srcarch' | 'aliases'> {
  debian?: string | null;
  llvm: Architecture['llvm'] | null;
}

function sharedNames({ machine, arch, srcarch, debian, llvm }: Named): string[] {
  return [...machine, arch, srcarch, ...(debian ? [debian] : []), ...(llvm ? [llvm.clang] : [])];
}
