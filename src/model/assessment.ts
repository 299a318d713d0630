/**
 * The one object that everything downstream reads: reports, the generator's defaults, the files it writes.
 * Its shape is the JSON report's, see `schema/report.schema.json`. Fields may be added, never renamed without a new `schemaVersion`.
 */
import type { CommandRecord, HostFact, KernelCrateFact, TreeState } from './facts.ts';

/** What a user may want of this machine: modules of either flavour, to boot them in QEMU, to prepare or build a kernel that has Rust. */
export const goals = ['rust-for-linux', 'freestanding', 'boot', 'kernel'] as const;
export type Goal = (typeof goals)[number];

/** How a module uses Rust; each flavour is a goal too. */
export const flavours = ['freestanding', 'rust-for-linux'] as const satisfies readonly Goal[];
export type Flavour = (typeof flavours)[number];

export interface Remedy {
  /** Shell lines that can be run as they stand on this distribution; empty where only a person can help. */
  commands: string[];
  /** What the commands do, or what a person must do. */
  text: string;
  link: string | null;
  /** Packages the commands install, or the text names, so that several remedies can become one. */
  packages: string[];
  /** The file that the command writes for apt, and the suite that this adds; absent for every other remedy. */
  source?: { file: string; text: string; suite: string };
}

export type FindingStatus = 'ok' | 'warn' | 'fail' | 'skip' | 'crash' | 'timeout';

/** One check's result. */
export interface Finding {
  /** Stable, `area.subject`: `kernel.rust`, `rustc.library-source`. */
  id: string;
  title: string;
  /** The goals that cannot be reached while this finding fails; none where it only informs. */
  goals: Goal[];
  status: FindingStatus;
  /** What is here. One clause, for people. */
  found: string;
  /** What it takes. One clause; empty when nothing is missing. */
  needed: string;
  /** More, for the curious: candidates that were passed over, the source of the rule. May be empty. */
  detail: string;
  remedies: Remedy[];
}

/** `unproven`: nothing that was looked at is beyond help, but not everything was looked at (`--skip`, `--only`), or a tool did not answer in time. */
export type VerdictStatus = 'ready' | 'fixable' | 'blocked' | 'unproven';

export interface Verdict {
  status: VerdictStatus;
  /** One sentence. */
  summary: string;
  /** Ids of the findings that decided. */
  because: string[];
  /** Ids of checks that would have decided it and were left out, or rest on a tool that did not answer in time. */
  unproven: string[];
  /** In the order in which to apply them; packages of all findings are merged into one remedy. */
  remedies: Remedy[];
  /** What else is missing and can be fixed by commands, although the goal stays blocked; absent if there is nothing of the kind. */
  alsoMissing?: {
    /** Ids of the findings. */
    because: string[];
    remedies: Remedy[];
  };
}

/** One rustc with what belongs to it, and what became of it. */
export interface Toolchain {
  rustc: string;
  /** First line of `rustc --version`. */
  version: string;
  host: string | null;
  llvmVersion: string | null;
  sysroot: string | null;
  librarySource: string | null;
  chosenFor: Flavour[];
  /** Why it was not chosen, one clause; null when it was chosen for something. */
  passedOver: string | null;
}

export interface Kernel {
  release: string | null;
  dir: string;
  state: TreeState;
  /** CONFIG_RUST=y. */
  rust: boolean;
  /** Its Rust metadata is there. */
  metadata: boolean;
}

/** What building a throw-away module came to, beside what the verdict on its flavour had said. */
export interface Trial {
  goal: Flavour;
  /** make's exit status; null when it could not be started or did not end by itself. */
  exitCode: number | null;
  seconds: number;
  /** Whether the verdict foretold it; null where the verdict was `unproven`. */
  agrees: boolean | null;
  /** The last lines that were said. */
  output: string[];
}

/** What a tree is good for, out of several that were judged by the same facts. */
export interface KernelAssessment extends Pick<Assessment, 'verdicts' | 'findings' | 'toolchains'> {
  kernel: Assessment['target']['kernel'];
}

/** What a line of the matrix tells beside the verdicts. */
export const matrixColumns = [
  'rustcLlvm',
  'clangLlvm',
  'llvmConfigLlvm',
  'rustTarget',
  'upstream',
  'compiler',
  'binutils',
  'qemu',
] as const;
export type MatrixColumn = (typeof matrixColumns)[number];

/** One fact in a line of the matrix. */
export interface MatrixCell {
  /** `unknown`: nothing could be asked, or nothing here would need it. */
  status: 'yes' | 'no' | 'unknown';
  /** As a table shows it: `yes`, `12.2`, `6.9+`. */
  shown: string;
  /** What it rests on, one sentence without its full stop. */
  reason: string;
}

/** What this machine, its kernel sources and the tables say of one architecture. */
export interface ArchitectureReport {
  /** Our name for the architecture. */
  arch: string;
  /** Whether this program sets up, builds and boots modules for it. */
  supported: boolean;
  /** The built-in rustc target that freestanding modules are compiled for; null where rustc has none. */
  rustTarget: string | null;
  cells: Record<MatrixColumn, MatrixCell>;
  /** When and how its kernels can have Rust. */
  upstream: {
    /** The first kernel that can, by the tables; null where none can. */
    from: string | null;
    /** What the configuration of the newest kernel known, or of the source that is here, has to have. */
    conditions: string[];
    /** The oldest rustc that such a kernel takes; null where none can have Rust. */
    minimumRustc: string | null;
    source: string;
    /** The kernel source that was read; null where none is here and the tables speak. */
    kernel: { release: string; dir: string } | null;
  };
  verdicts: Record<Goal, Verdict>;
  /** What to do next, in one command where there is one; null where nothing has to be done. */
  remedy: Remedy | null;
}

export interface Assessment {
  schemaVersion: 1;
  generator: { name: string; version: string };
  host: {
    /** Our name for the machine's architecture; what `uname -m` says where we have none. */
    arch: string;
    kernelRelease: string;
    /** From os-release; `versionId` is empty for a rolling release. */
    distribution: { id: string; versionId: string; name: string } | null;
    container: string | null;
    /** The cache of core and alloc that freestanding modules share. */
    cache: HostFact['cache'];
  };
  target: {
    /** Our name for the architecture, `x86_64`. */
    arch: string;
    /**
     * The kernel judged. `dir` is null and `state` is `expected` where no tree is installed
     * and the one that the distribution's headers package would bring was judged from the tables: then `release` is
     * the version line, `6.1`, unless apt knows the whole release. `release` is null where a named folder is no kernel tree.
     * `llvm` says that it was built with Clang, so that its modules are built with `LLVM=1`.
     * `crate` is what its sources say of the `kernel` crate, null where they are not here; `lacks` are the symbols, of those
     * that kinds of modules hang on, that its configuration leaves out: none where that is not known.
     */
    kernel: {
      release: string | null;
      dir: string | null;
      state: TreeState | 'expected';
      llvm: boolean;
      crate?: KernelCrateFact | null;
      lacks?: string[];
    } | null;
    /** How the kernel came to be chosen, one sentence. */
    chosen: string;
    /** The release that was named and has no tree here; absent otherwise. */
    named?: string;
    /** What the names of compiler and binutils begin with (CROSS_COMPILE); null where they are the machine's own. */
    crossCompile?: string | null;
  };
  /** The goals that were asked for; none stands for either flavour. */
  asked: Goal[];
  /** `kernel` takes commands of its own: unless it was asked for, it stays unproven. */
  verdicts: Record<Goal, Verdict>;
  findings: Finding[];
  toolchains: Toolchain[];
  kernels: Kernel[];
  /** What there was too much of to look at all, a sentence each; absent where all was looked at. */
  limits?: string[];
  /** Every tree of `kernels`, each judged as if it had been named; only where that was asked for. */
  allKernels?: KernelAssessment[];
  /** Only where that was asked for. */
  trials?: Trial[];
  /** The architectures of the matrix; only where several were asked for. All else is about the machine's own. */
  architectures?: ArchitectureReport[];
  commands: CommandRecord[];
}
