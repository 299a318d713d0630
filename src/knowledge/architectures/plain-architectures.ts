import type { AnyArchitecture, Architecture, PlainArchitecture } from './architecture.ts';
import { architectures, findByName } from './architectures.ts';

const folder = (srcarch: string) => `arch/${srcarch}/Kconfig and arch/${srcarch}/Makefile of 7.3`;
const unlisted = {
  rustTarget: 'absent from "rustc --print target-list" of 1.85.1, 1.96.0 and 1.97.1',
  llvm: 'absent from llvm/lib/Target of LLVM 22',
};

/**
 * The rest of the kernel's architectures. Names are from where those of `architectures` are, but for two columns:
 * rustTarget is the Linux target in "rustc --print target-list" of 1.97.1, and llvm names experimental back ends, too,
 * which a distribution may leave out (LLVM_EXPERIMENTAL_TARGETS_TO_BUILD).
 */
export const plainArchitectures: readonly PlainArchitecture[] = [
  {
    name: 'riscv32',
    machine: ['riscv32'],
    arch: 'riscv',
    srcarch: 'riscv',
    rustTarget: 'riscv32imac-unknown-none-elf',
    llvm: { clang: 'riscv32', config: 'RISCV' },
    aliases: [],
    symbols: { '64BIT': false },
    rust: null,
    source: folder('riscv'),
    departures: { rustTarget: 'the like of the one that arch/riscv/Makefile names for 64 bits' },
  },
  {
    name: 'ppc64',
    machine: ['ppc64'],
    arch: 'powerpc',
    srcarch: 'powerpc',
    rustTarget: 'powerpc64-unknown-linux-gnu',
    llvm: { clang: 'ppc64', config: 'PowerPC' },
    aliases: ['powerpc64'],
    symbols: { PPC64: true, PPC32: false, CPU_LITTLE_ENDIAN: false },
    rust: null,
    source: folder('powerpc'),
  },
  {
    name: 'ppc32',
    machine: ['ppc'],
    arch: 'powerpc',
    srcarch: 'powerpc',
    rustTarget: 'powerpc-unknown-linux-gnu',
    llvm: { clang: 'ppc32', config: 'PowerPC' },
    aliases: [],
    symbols: { PPC64: false, PPC32: true },
    rust: { from: '7.3', conditions: [], source: 'arch/powerpc/Kconfig of 7.3: select HAVE_RUST if PPC32' },
    source: folder('powerpc'),
    departures: { rustTarget: 'arch/powerpc/Makefile of 7.3' },
  },
  {
    name: 'mips',
    machine: [],
    arch: 'mips',
    srcarch: 'mips',
    rustTarget: 'mips-unknown-linux-gnu',
    llvm: { clang: 'mips', config: 'Mips' },
    aliases: [],
    symbols: {},
    rust: null,
    withoutRust: {
      text: 'a patch of 2024 for it was not merged',
      source: '20240903-mips-rust-v1-0 on the mailing list linux-mips',
    },
    source: folder('mips'),
  },
  {
    name: 'sparc64',
    machine: ['sparc64'],
    arch: 'sparc64',
    srcarch: 'sparc',
    rustTarget: 'sparc64-unknown-linux-gnu',
    llvm: { clang: 'sparcv9', config: 'Sparc' },
    aliases: [],
    symbols: {},
    rust: null,
    withoutRust: { text: 'no patch for it is known', source: 'https://github.com/Rust-for-Linux/linux/issues/108' },
    source: folder('sparc'),
  },
  {
    name: 'm68k',
    machine: ['m68k'],
    arch: 'm68k',
    srcarch: 'm68k',
    rustTarget: 'm68k-unknown-linux-gnu',
    llvm: { clang: 'm68k', config: 'M68k' },
    aliases: [],
    symbols: {},
    rust: null,
    source: folder('m68k'),
  },
  {
    name: 'hexagon',
    machine: ['hexagon'],
    arch: 'hexagon',
    srcarch: 'hexagon',
    rustTarget: 'hexagon-unknown-linux-musl',
    llvm: { clang: 'hexagon', config: 'Hexagon' },
    aliases: [],
    symbols: {},
    rust: null,
    source: folder('hexagon'),
  },
  {
    name: 'xtensa',
    machine: ['xtensa'],
    arch: 'xtensa',
    srcarch: 'xtensa',
    rustTarget: 'xtensa-esp32-none-elf',
    llvm: { clang: 'xtensa', config: 'Xtensa' },
    aliases: [],
    symbols: {},
    rust: null,
    source: folder('xtensa'),
    departures: { rustTarget: 'no Linux target in the list of 1.97.1: the first of those for bare machines' },
  },
  {
    name: 'csky',
    machine: ['csky'],
    arch: 'csky',
    srcarch: 'csky',
    rustTarget: 'csky-unknown-linux-gnuabiv2',
    llvm: { clang: 'csky', config: 'CSKY' },
    aliases: [],
    symbols: {},
    rust: null,
    source: folder('csky'),
    departures: { llvm: 'experimental: llvm/lib/Target/CSKY of LLVM 22, which Debian leaves out' },
  },
  {
    name: 'arc',
    machine: ['arc'],
    arch: 'arc',
    srcarch: 'arc',
    rustTarget: null,
    llvm: { clang: 'arc', config: 'ARC' },
    aliases: [],
    symbols: {},
    rust: null,
    source: folder('arc'),
    departures: {
      rustTarget: unlisted.rustTarget,
      llvm: 'experimental: llvm/lib/Target/ARC of LLVM 22, which Debian leaves out',
    },
  },
  ...['alpha', 'microblaze', 'nios2', 'openrisc', 'parisc', 'sh'].map((name) => ({
    name,
    machine: [],
    arch: name,
    srcarch: name,
    rustTarget: null,
    llvm: null,
    aliases: [],
    symbols: {},
    rust: null,
    source: folder(name),
    departures: unlisted,
  })),
];

/** Every architecture, those that modules are made for first. */
export const allArchitectures: readonly AnyArchitecture[] = [...architectures, ...plainArchitectures];

/** Whether modules are made for it. */
export function isFull(row: AnyArchitecture): row is Architecture {
  return 'proven' in row;
}

/**
 * Finds an architecture of either table by any of its names. What only Kbuild calls several of them by, such as `powerpc`,
 * means the one that modules are made for.
 * @returns null for an unknown name, and for one that fits several rows
 */
export function findAnyArchitecture(name: string): AnyArchitecture | null {
  return (
    plainArchitectures.find((row) => row.name === name) ??
    findByName(architectures, name) ??
    findByName(plainArchitectures, name)
  );
}
