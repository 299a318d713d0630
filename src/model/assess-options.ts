import type { Goal } from './assessment.ts';

/** What to look at, and for what. */
export interface AssessOptions {
  /** The kernel tree to judge. Default: the running kernel's, else the newest installed, else the one the distribution would bring. */
  kdir?: string | undefined;
  /** The release of an installed kernel tree to judge; not together with `kdir`. */
  kernel?: string | undefined;
  /** Any of an architecture's names. Default: this machine's. */
  arch?: string | undefined;
  /** Whether to judge every kernel tree on the machine too, whatever the environment's KDIR says; not together with `kdir` or `kernel`. */
  allKernels?: boolean | undefined;
  /** What is wanted of this machine. Default: either flavour. */
  goals?: Goal[] | undefined;
  /** Ids of checks to leave out; what they would have decided stays unproven. */
  leaveOut?: readonly string[] | undefined;
  /** How long each tool may take to answer, in milliseconds. Default: 5000. */
  timeoutMs?: number | undefined;
  /** Where to look for PATH, RUSTC, KDIR, …. Default: this process's environment. */
  env?: NodeJS.ProcessEnv | undefined;
}
