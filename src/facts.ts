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
  /** the system would not start it: not executable, wrong format, dangling interpreter, or not there though it was named */
  | 'not-runnable';

/** One program found on this machine and asked who it is. */
export interface ToolFact {
  /** Absolute path as found, links not followed; the name as it was given when it was named and not found. */
  path: string;
  outcome: ToolOutcome;
  /** Dotted number from its answer, `1.95.0`, or null. */
  version: string | null;
  /** The line of its answer that holds the version (otherwise its first line), printable characters only. */
  line: string;
}

/** Where a rustc was found. The order of `Facts.rustcs` is the order of preference. */
export type RustcOrigin = 'environment' | 'path' | 'rustup';

/** One rustc with what belongs to it. */
export interface RustcFact extends ToolFact {
  origin: RustcOrigin;
  /** `host:` of `rustc -vV`. */
  host: string | null;
  /** `LLVM version:` of `rustc -vV`. */
  llvmVersion: string | null;
  sysroot: string | null;
  /** Folder of the library source in its sysroot; for the first rustc, `RUST_LIB_SRC` takes the place of its sysroot's. */
  librarySource: string | null;
  /** Version of that source, from its `src/version` file or its Debian folder name; null when there is none or it does not say. */
  librarySourceVersion: string | null;
  /** Whether its LLVM has the back end of the target architecture; null when it could not be asked. */
  llvmBackend: boolean | null;
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
  user: { root: boolean; sudo: string | null };
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

export interface KernelTreeFact {
  /** The folder as it was found or named: absolute, links not followed. */
  dir: string;
  /** How it came into view. */
  origin: 'named' | 'running' | 'installed';
  state: TreeState;
  /** `UTS_RELEASE`, which modules must match, otherwise `include/config/kernel.release` (Debian leaves that at `6.1.192` for `6.1.0-56-amd64`). */
  release: string | null;
  /** The symbols of `.config` (or `include/config/auto.conf`) that the checks read, `CONFIG_` included, quotes removed. Unset ones are absent. */
  config: Record<string, string>;
  /** `CONFIG_CC_VERSION_TEXT`. */
  compiler: string | null;
  moduleSymvers: boolean;
  metadata: {
    /** File names below `rust/`, sorted. */
    rmeta: string[];
    so: string[];
    /** `scripts/target.json` (or `rust/target.json`) is there. */
    targetSpec: boolean;
    /** Version line of the rustc that built `rust/libcore.rmeta`; null when absent or unreadable. */
    rustc: string | null;
  };
  /** Kbuild's host programs that were built: `scripts/basic/fixdep`, `scripts/mod/modpost`, `tools/objtool/objtool`. */
  hostPrograms: string[];
  /** A bootable image of this very release on this machine. */
  image: string | null;
}

export interface Facts {
  host: HostFact;
  /** Every rustc, in order of preference. */
  rustcs: RustcFact[];
  rustup: RustupFact | null;
  bindgen: ToolFact | null;
  clang: LlvmToolFact | null;
  /** Every llvm-config, the plain name first, then versioned names from newest to oldest. */
  llvmConfigs: LlvmToolFact[];
  lld: ToolFact | null;
  ld: ToolFact | null;
  /**
   * Every name of every C compiler of GCC's: `gcc` first, then versioned names from newest to oldest, then the same with
   * the architecture's prefix (`x86_64-linux-gnu-gcc-14`, as Debian's headers call it).
   */
  gccs: ToolFact[];
  make: ToolFact | null;
  pahole: ToolFact | null;
  qemu: ToolFact | null;
  busybox: BusyboxFact | null;
  /** The named tree alone where one was named; otherwise the running kernel's, then the installed ones from newest to oldest. */
  kernels: KernelTreeFact[];
  /** In the order in which they were started. */
  commands: CommandRecord[];
}
