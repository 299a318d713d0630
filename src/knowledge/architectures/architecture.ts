import type { Flavour } from '../../model/assessment.ts';
import type { ConfigCondition } from '../kernel/config-condition.ts';

/** All that is known of one processor architecture that modules are made for. */
export interface Architecture extends Names {
  /** The symbol of a kernel's configuration that is `y` when it was built for this architecture. */
  config: string;
  /** The symbol that is `y` in every kernel of its SRCARCH, whatever the architecture. */
  family: string;
  /** Debian's name (`dpkg --print-architecture`); null where it has none. */
  debian: string | null;
  /** `e_machine` of its ELF files. */
  elf: number;
  /** The built-in rustc target that freestanding modules are compiled for. */
  rustTarget: string;
  /** LLVM's back end, as `clang -print-targets` and as `llvm-config --targets-built` print it. */
  llvm: LlvmNames;
  /** QEMU's system emulator; null for a kernel that is itself a program. */
  qemu: string | null;
  /** Prefix of GCC's cross tools, without the last dash. */
  gccTriplet: string;
  /** The other architectures whose own compiler builds for it, by our names. */
  builtOn: string[];
  /** The flavours that have been built for it and loaded on it. Others are refused rather than promised. */
  proven: Flavour[];
  freestanding: FreestandingSupport;
  /** What `make boot` loads its modules in; null where nothing does. */
  boot: VirtualMachine | null;
  /** Of the names that do not come from where the others' do, each with its own source, by the field. */
  departures?: Partial<Record<'machine' | 'rustTarget' | 'qemu' | 'gccTriplet' | 'builtOn', string>>;
}

/** An architecture of the kernel's that nothing is set up, built or booted for here: all that is told of it is what others say. */
export interface PlainArchitecture extends Names {
  /** The built-in rustc target that is nearest to its kernels; null where no rustc has had one. */
  rustTarget: string | null;
  /** LLVM's back end; null where LLVM has none. */
  llvm: LlvmNames | null;
  departures?: Partial<Record<'rustTarget' | 'llvm', string>>;
}

/** An architecture of either kind. */
export type AnyArchitecture = Architecture | PlainArchitecture;

/** What is known of every architecture of the kernel's: the names that the field's tools have for it, and whether it can have Rust. */
interface Names {
  /** Our name for it. */
  name: string;
  /** What `uname -m` says on it. */
  machine: string[];
  /** Kbuild's ARCH. */
  arch: string;
  /** Kbuild's SRCARCH, the folder below `arch/`. */
  srcarch: string;
  /** Symbols that are always so in the configuration of its kernels, out of those that `select HAVE_RUST` hangs on. */
  symbols: Readonly<Record<string, boolean>>;
  /** Other names in use for it that no other architecture shares. */
  aliases: string[];
  /** What Rust in its kernels takes; null where no kernel up to the newest known one can have it. */
  rust: RustSupport | null;
  /** Why its kernels cannot have Rust, where more is known than that its Kconfig selects no HAVE_RUST: a clause for people. */
  withoutRust?: { text: string; source: string };
  source: string;
}

interface LlvmNames {
  clang: string;
  config: string;
}

/** Since when kernels of an architecture can have Rust, and on what that hangs in their configuration. */
interface RustSupport {
  /** The first kernel whose Kconfig selects HAVE_RUST for it. */
  from: string;
  conditions: readonly ConfigCondition[];
  source: string;
}

/** What freestanding modules for an architecture take beside what they take everywhere. Their own Makefiles refuse the rest. */
interface FreestandingSupport {
  /** The oldest rustc, where that is newer than everywhere. */
  rustc?: string;
  conditions: readonly ConfigCondition[];
}

/** The virtual machine that boots an architecture's kernels. Reasons are whole sentences. */
interface VirtualMachine {
  /** What begins its modules' ELF files, beside `elf`. */
  bits: 32 | 64;
  order: 'little' | 'big';
  /** What `uname -m` says where its programs are the machine's own. */
  uname: string;
  /** QEMU's arguments. */
  machine: { words: string; because?: string };
  /** Debian's package of QEMU's program, as people are told of it. */
  package: string;
  /** The kernel's name for the first serial port. */
  console: string;
  /** More of the kernel's parameters. */
  options?: { words: string; because: string };
  /** How many, where not two. */
  processors?: { count: number; because: string };
  /** The command that ends it, where not `poweroff -f`. */
  last?: { command: string; because: string };
}
