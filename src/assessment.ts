/**
 * The one object that everything downstream reads: reports, the generator's defaults, the files it writes.
 * Its shape is the JSON report's, see `schema/report.schema.json`. Fields may be added, never renamed without a new `schemaVersion`.
 */
import type { CommandRecord, HostFact, TreeState } from './facts.ts';

/** What a user may want of this machine. */
export const goals = ['rust-for-linux', 'freestanding', 'boot'] as const;
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
  /** Packages the commands install, so that several remedies can become one command. */
  packages: string[];
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

export type VerdictStatus = 'ready' | 'fixable' | 'blocked';

export interface Verdict {
  status: VerdictStatus;
  /** One sentence. */
  summary: string;
  /** Ids of the findings that decided. */
  because: string[];
  /** In the order in which to apply them; packages of all findings are merged into one remedy. */
  remedies: Remedy[];
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
     * the version line, `6.1`. `release` is null where a named folder is no kernel tree.
     * `llvm` says that it was built with Clang, so that its modules are built with `LLVM=1`.
     */
    kernel: { release: string | null; dir: string | null; state: TreeState | 'expected'; llvm: boolean } | null;
    /** How the kernel came to be chosen, one sentence. */
    chosen: string;
  };
  verdicts: Record<Goal, Verdict>;
  findings: Finding[];
  toolchains: Toolchain[];
  kernels: Kernel[];
  commands: CommandRecord[];
}
