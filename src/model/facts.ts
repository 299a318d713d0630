/**
 * What was observed on a machine: plain values without opinion, made by `src/observe` and judged by `src/judge`.
 * Everything here survives JSON, so that facts recorded on a real machine serve as test fixtures.
 */

/** A command that was run, and how it ended. */
export interface CommandRecord {
  argv: string[];
  /** null when the command did not end by itself: it was killed, or never started. */
  exitCode: number | null;
  milliseconds: number;
  timedOut: boolean;
}

/** How asking a tool for its version ended. */
export type ToolOutcome =
  /** it answered, and its answer holds a version */
  | 'ok'
  /** it answered, but not with a version */
  | 'garbage'
  /** it exited with a failure, or died of a signal */
  | 'crash'
  /** it had not answered when its time was up */
  | 'timeout'
  /** the system would not start it: not executable, wrong format, dangling interpreter */
  | 'not-runnable'
  /** it was named, and nothing of that name was found */
  | 'missing';

/** One program found on this machine and asked who it is. */
export interface ToolFact {
  /** Absolute path as found, links not followed; the name as it was given when it was named and not found. */
  path: string;
  outcome: ToolOutcome;
  /** Dotted number from its answer, `1.95.0`, or null. */
  version: string | null;
  /** The line of its answer that holds the version (otherwise its first line), printable characters only. */
  line: string;
  /** A program of its own that it calls and that is missing: `cc1`. */
  lacks?: string;
}

/** Where a rustc was found. The order of `Facts.rustcs` is the order of preference. */
export type RustcOrigin = 'environment' | 'path' | 'rustup';

/** One rustc with what belongs to it. */
export interface RustcFact extends ToolFact {
  origin: RustcOrigin;
  /** Set for one that RUSTC names and that `rustc` alone would start as well. */
  isPlain?: true;
  /** `host:` of `rustc -vV`. */
  host: string | null;
  /** `LLVM version:` of `rustc -vV`. */
  llvmVersion: string | null;
  sysroot: string | null;
  /** Folder of the library source in its sysroot; `RUST_LIB_SRC` takes the place of its sysroot's. */
  librarySource: string | null;
  /** Version of that source, from its `src/version` file or its Debian folder name; null when there is none or it does not say. */
  librarySourceVersion: string | null;
  /** Whether its LLVM has the back end of the target architecture; null when it could not be asked. */
  llvmBackend: boolean | null;
}

/** The libclang that a bindgen loads, as its own preprocessor names itself. */
export interface LibclangFact {
  outcome: ToolOutcome;
  /** Dotted number, `19.1.7`, or null. */
  version: string | null;
  /** All that the compiler's version line says of it, `19.1.7 (3+b1)`: clang's own says the same when the two belong together. Otherwise what bindgen says of it, or its first line. */
  line: string;
}

/** One bindgen, with what was seen of it at work. */
export interface BindgenFact extends ToolFact {
  /** Only observed for the goal `kernel`, since no module's build runs bindgen; null otherwise, and where it does not start. */
  libclang: LibclangFact | null;
  /**
   * Known defects, by the names in `src/knowledge/kernel/bindgen-defects.ts`, that a version of its number may have and that it showed on a trial header.
   * Distributions patch them without another number, so only a trial tells. Only tried for the goal `kernel`.
   */
  defects: string[];
}

/** The C compiler that the kernel's own make would take, as CC, LLVM and CROSS_COMPILE ask. */
export interface CcFact extends ToolFact {
  family: 'GCC' | 'Clang' | null;
}

/** A tool that reports the LLVM targets it was built with. */
export interface LlvmToolFact extends ToolFact {
  /** LLVM's own target names, `x86-64` (clang) or `X86` (llvm-config), as printed. */
  targets: string[];
}

export interface BusyboxFact extends ToolFact {
  /** Linked statically, as an initramfs without libraries needs it. */
  static: boolean;
}

/** rustup's shims on PATH only redirect. They are never run, since they may download. */
export interface RustupFact {
  /** The shim that comes first on PATH, `/home/u/.cargo/bin/rustc`; null when rustup's toolchains were found without one. */
  shim: string | null;
  /** Path of the rustc the shim would choose without an override in the folder; null when none is installed. */
  defaultRustc: string | null;
}

export interface HostFact {
  /** `uname -m`. */
  machine: string;
  /** `uname -r`. */
  kernelRelease: string;
  distribution: { id: string; idLike: string[]; versionId: string; name: string } | null;
  /** `docker`, `podman`, `lxc`, `systemd-nspawn`, …, `chroot`, `wsl`; null on a plain machine. */
  container: string | null;
  /** `sudo` is the program that runs another one as root: sudo, otherwise doas. */
  user: { root: boolean; sudo: string | null };
  /** Folders for temporary files, by whether this user can write into them: the one that TMPDIR names, if it is set, then the usual one. */
  temporary?: { dir: string; usable: boolean }[];
  /** What the running kernel says about loading modules that nobody signed. Inside a container it is the host's. */
  loading: {
    /** Secure Boot is on; null where the firmware does not say (no UEFI, or not ours to read). */
    secureBoot: boolean | null;
    /** `none`, `integrity` or `confidentiality`; null where the kernel has no lockdown. */
    lockdown: string | null;
    /** Only signed modules are loaded (`sig_enforce`); null where it does not say. */
    signaturesEnforced: boolean | null;
  };
  /** Installed packages out of the few that the distribution's table asks about, by name. */
  packages: string[];
  /** The cache of core and alloc: its folder (null without a home) and its size in bytes. */
  cache: { dir: string | null; bytes: number };
}

/** Whether a folder is something Kbuild can build modules against. */
export type TreeState =
  /** nothing there */
  | 'missing'
  /** there, but a file */
  | 'not-a-folder'
  | 'unreadable'
  /** a folder without Kbuild's Makefile */
  | 'not-a-tree'
  /** kernel source that was not configured or not prepared */
  | 'unprepared'
  /** distribution headers: prepared, without the kernel's sources */
  | 'headers'
  /** full source, prepared */
  | 'source';

/** One `rust/*.rmeta` of a kernel tree, read as rustc reads it. */
export interface CrateMetadataFact {
  /** File name, `libcore.rmeta`. */
  name: string;
  /** Version line of the rustc that wrote it; null when it is no metadata. */
  rustc: string | null;
  /** Nothing of it is cut off. */
  whole: boolean;
  /** The target it was compiled for, `target` for a specification file; null when that could not be read. */
  target: string | null;
  /** For a specification file: whether it was the very one that lies in the tree now (rustc compares the text). null otherwise. */
  specMatches: boolean | null;
  /** It was compiled against the `libcore.rmeta` beside it; null for that file itself, and when it could not be told. */
  fitsCore: boolean | null;
  /** It was compiled against the other crates and macros that lie beside it, as far as it names them; null when it could not be told. */
  fitsOthers: boolean | null;
}

/** One `rust/*.so`, which the compiler loads into itself. */
export interface ProcMacroFact {
  /** File name, `libmacros.so`. */
  name: string;
  /** ELF's `e_machine`; null when it is no ELF file. */
  machine: number | null;
  /** Nothing of it is cut off. */
  whole: boolean;
  /** Version line of the rustc that built it; null when it does not say. */
  rustc: string | null;
}

/** What a tree's own sources say of its `kernel` crate. */
export interface KernelCrateFact {
  /** Paths below `rust/kernel`, out of those that templates hang on: those that are there. */
  files: string[];
  /** Words of `rust/macros/module.rs`, such as the keys of `module!`, out of those that templates hang on: those that are there. */
  words: string[];
}

/** A tree that `kernel-rust-module kdir` made over a distribution's headers, and how it stands to them now. */
export interface MadeTreeFact {
  /** Its folder. */
  dir: string;
  /** The folder of those headers; null where its manifest could not be read. */
  headers: string | null;
  /** Why the tree is of no use, one sentence; null where nothing but `changed` speaks against it. */
  broken: string | null;
  /** Files of the headers that it was made from, and that are gone or differ now: `.config`, `Module.symvers`. */
  changed: string[];
  /** Its own files that are gone, `rust/kernel/generated_arch_warn_asm.rs`; absent if none is. */
  lacks?: string[];
  /** It was made by a version that left out what macros of the crate include; absent if it was not. */
  older?: true;
}

/** A file of a kernel tree that builds of modules read, load or start, and what is wrong with it. */
export interface UnfitFileFact {
  /** Its path in the tree, `scripts/mod/modpost`. */
  file: string;
  /** Where that is, links followed: often in a package of its own. */
  path: string;
  /** Set when modules of one flavour alone need it. */
  flavour?: 'rust-for-linux';
  trouble:
    | 'missing'
    | 'empty'
    | 'not-executable'
    /** neither a script nor an ELF file */
    | 'no-program'
    /** a program for another processor */
    | 'machine'
    /** the program that starts it is missing: the one in a script's first line, or the dynamic loader */
    | 'interpreter'
    /** a shared library is missing */
    | 'library'
    /** a shared library here is too old for it */
    | 'version'
    /** a `vmlinux` without the kernel's type information */
    | 'no-btf';
  /** ELF's `e_machine`, the missing program or library, or `GLIBC_2.38 of libc.so.6`; empty when there is nothing to add. */
  detail: string;
}

export interface KernelTreeFact {
  /** The folder as it was found or named: absolute, links not followed. */
  dir: string;
  /**
   * Where this is a tree that `kernel-rust-module kdir` made, or where one was made for these headers, that tree. A good one stands in
   * the headers' place wherever they came into view; a useless one leaves them there. null where there is none.
   */
  made: MadeTreeFact | null;
  /** How it came into view. */
  origin: 'named' | 'running' | 'installed';
  state: TreeState;
  /** `UTS_RELEASE`, which modules must match, otherwise `include/config/kernel.release` (Debian leaves that at `6.1.192` for `6.1.0-56-amd64`). */
  release: string | null;
  /** What `include/config/kernel.release` or the Makefile of its sources names where that is of another version line than `release`; null where they agree. */
  otherRelease: string | null;
  /** `VERSION.PATCHLEVEL.SUBLEVEL` and EXTRAVERSION of a full source's top Makefile, `7.4.0-rc1`, known before it is configured; null elsewhere. */
  version: string | null;
  /**
   * The folder that takes the place of `/` for headers that were merely unpacked (`dpkg -x`): links in the tree are followed
   * inside it. null where the tree lies where it belongs.
   */
  unpackedIn: string | null;
  /** Paths that its Makefile and its links name, as they stand there, where nothing is: inside `unpackedIn` where that is set. */
  dangling: string[];
  /**
   * Absolute paths of the same kind that are there, but where make, which takes them from the machine's own `/`, finds nothing
   * or another tree: those of headers that were merely unpacked, and the folder that a tree was moved or copied from.
   */
  outside: string[];
  /** Minima from the tree's own `scripts/min-tool-version.sh`, for the target architecture, by its names (`rustc`, `bindgen`, `llvm`, `gcc`, `binutils`, …); null without one. */
  minimumTools: Record<string, string> | null;
  /** This user may write into it. */
  writable: boolean;
  /** It holds a `vmlinux`, from which module builds take BTF with pahole. */
  vmlinux: boolean;
  /** The symbols of `.config` (or `include/config/auto.conf`) that the checks read, `CONFIG_` included, quotes removed. Unset ones are absent. */
  config: Record<string, string>;
  /** `CONFIG_CC_VERSION_TEXT`. */
  compiler: string | null;
  /** What it puts before the names of compiler and binutils whatever CROSS_COMPILE says, `x86_64-linux-gnu-`: Debian's `.kernelvariables`. Empty for nothing. */
  toolPrefix: string;
  moduleSymvers: boolean;
  /**
   * Names out of `src/knowledge/kernel/module-exports.ts` that Module.symvers does not list. Only looked for where the list may be
   * incomplete: CONFIG_TRIM_UNUSED_KSYMS is set, or the list is short.
   */
  unexported: string[];
  /** Without Module.symvers the tree's own modpost rule only warns, as that of 6.1 does; false where it is there. */
  modpostForgives: boolean;
  metadata: {
    /** Crates below `rust/`, by file name. */
    rmeta: CrateMetadataFact[];
    /** Procedural macros below `rust/`, by file name. */
    so: ProcMacroFact[];
    /** `scripts/target.json` (or `rust/target.json`) is there. */
    targetSpec: boolean;
    /** Version line of the rustc that built `rust/libcore.rmeta`; null when absent or unreadable. */
    rustc: string | null;
  };
  /** null for a tree without the sources of that crate, as headers are. */
  kernelCrate: KernelCrateFact | null;
  /** Files that builds of modules read, load or start, and cannot; empty for a tree that is not prepared. */
  unfit: UnfitFileFact[];
  /** The plugins that its configuration makes GCC load, with the version of the GCC they were built for; null where that could not be read. */
  plugins: { file: string; gcc: string | null }[];
  /** A bootable image of this very release on this machine. */
  image: string | null;
}

/** One archive that apt is set up to read: one address and one suite. */
export interface AptSourceFact {
  uri: string;
  suite: string;
  components: string[];
  /** The path of its keyring, or the key itself; null if the entry says nothing of it. */
  signedBy: string | null;
}

/** A kernel that modules may be wanted for and that has no tree here: the one named with --kernel, otherwise the one that runs. */
export interface AbsentKernelFact {
  release: string;
  origin: 'named' | 'running';
  /** A bootable image of it on this machine. */
  image: string | null;
  /**
   * Of the packages that may bring headers for it or instead, those that apt knows, with the release whose headers they lead
   * to; empty if that cannot be told. null if apt was not asked, has no lists or did not answer.
   */
  headers: Record<string, string> | null;
}

/** The variables of the environment that decide what Kbuild and rustc do. */
export const buildVariables = [
  'BINDGEN',
  'CC',
  'CROSS_COMPILE',
  'KRUSTFLAGS',
  'LIBCLANG_PATH',
  'LLVM',
  'RUSTC',
  'RUST_LIB_SRC',
] as const;

/** What preparing a kernel's source takes beside the compilers. */
export interface PreparationFact {
  /** By program name: `flex`, `bison`, `bc`, …; null where there is none. They are looked for, not run: `ok` says that the system would start it. */
  tools: Record<string, ToolFact | null>;
  /** C headers of libraries that host programs are built with, by library: whether they are there. */
  libraries: Record<string, boolean>;
}

/** The variables of the environment whose options Kbuild hands to compilers: Documentation/kbuild/kbuild.rst. */
export const optionVariables = [
  'KCPPFLAGS',
  'KCFLAGS',
  'KAFLAGS',
  'KRUSTFLAGS',
  'HOSTCFLAGS',
  'HOSTLDFLAGS',
  'HOSTLDLIBS',
  'HOSTRUSTFLAGS',
  'PROCMACROLDFLAGS',
] as const;

/** A compiler that does not take the options which a variable of the environment holds for it. */
export interface RefusedOptions {
  variable: (typeof optionVariables)[number];
  /** Path of the compiler. */
  tool: string;
  /** What it says about them, one line. */
  line: string;
}

export interface Facts {
  host: HostFact;
  /** Those that are set and not empty. */
  environment: Partial<Record<(typeof buildVariables)[number], string>>;
  /** Every rustc, in order of preference. */
  rustcs: RustcFact[];
  rustup: RustupFact | null;
  /** Every bindgen: the environment's BINDGEN, the plain name, then versioned names from newest to oldest. */
  bindgens: BindgenFact[];
  clang: LlvmToolFact | null;
  /** Every llvm-config, the plain name first, then versioned names from newest to oldest. */
  llvmConfigs: LlvmToolFact[];
  /** The one of the name that LLVM in the environment gives it; a versioned one where there is no plain one. */
  lld: ToolFact | null;
  /**
   * LLVM's other tools that Kbuild calls for modules, by their plain names: the one of the name that LLVM in the
   * environment gives it, null where there is none. They are looked for, not run: `ok` says that the system would start it.
   */
  llvmTools: Record<string, ToolFact | null>;
  ld: ToolFact | null;
  /** Names out of `src/knowledge/kernel/build-tools.ts` of programs that are not on PATH or may not be executed. */
  absentPrograms: string[];
  /**
   * Every name of every C compiler of GCC's: `gcc` first, then versioned names from newest to oldest, then the same with
   * the architecture's prefix (`x86_64-linux-gnu-gcc-14`, as Debian's headers call it).
   */
  gccs: ToolFact[];
  /** null where there is none of that name. */
  cc: CcFact | null;
  make: ToolFact | null;
  pahole: ToolFact | null;
  qemu: ToolFact | null;
  busybox: BusyboxFact | null;
  /**
   * The one that set-up unpacked for another architecture; its version is not known, since it does not run here. null where
   * there is none, absent where modules are for the machine's own.
   */
  foreignBusybox?: BusyboxFact | null;
  /** The C library for programs that need no shared one, `/usr/lib/x86_64-linux-gnu/libc.a`; null where there is none for the target architecture. */
  staticLibc: string | null;
  /** The named tree alone where one was named; otherwise the running kernel's, then the installed ones from newest to oldest. */
  kernels: KernelTreeFact[];
  /** Only on distributions whose backports bring a kernel with Rust. */
  aptSources?: AptSourceFact[];
  /** null if that kernel's tree is here; absent if modules are for another architecture, whose kernel does not run here. */
  absent?: AbsentKernelFact | null;
  /** null unless the goal `kernel` was asked. */
  preparation: PreparationFact | null;
  /** Absent where none of those variables is set. */
  refusedOptions?: RefusedOptions[];
  /** Files that KBUILD_EXTRA_SYMBOLS names and that this user cannot read; absent if there are none. */
  missingSymbolLists?: string[];
  /** In the order in which they were started. */
  commands: CommandRecord[];
  /** What there was too much of to look at all, a sentence each. */
  limits?: string[];
}

/** What a rustc says of all targets at once. */
export interface RustcTargetsFact {
  /** Path of the rustc, as in `Facts.rustcs`. */
  rustc: string;
  /** `rustc --print target-list`; null where it does not answer. */
  targets: string[] | null;
  /** Whether its LLVM has a back end, by llvm-config's name of it; null where no target of this rustc takes that one. */
  backEnds: Record<string, boolean | null>;
}

/** `select HAVE_RUST` in the Kconfig of a full kernel source. */
export interface HaveRustFact {
  dir: string;
  /** `7.3.4`. */
  release: string;
  /** SRCARCHs whose Kconfig was read. */
  read: string[];
  selects: {
    srcarch: string;
    /** What follows `if`; null where nothing does. */
    condition: string | null;
  }[];
  /** What the symbols `RUSTC_SUPPORTS_…` in these conditions depend on. */
  depends: Record<string, string[]>;
}

/** What is seen of several architectures at once. */
export interface MatrixFacts {
  /** One for each architecture that modules are made for, by our names. */
  machines: Record<string, Facts>;
  rustcs: RustcTargetsFact[];
  /** null where no full source is here. */
  haveRust: HaveRustFact | null;
}
