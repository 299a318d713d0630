import type { Assessment, Goal } from './assessment.ts';
import { defaultTimeoutMs, observeFor } from './observe-for.ts';
import { name, version } from './version.ts';

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

/**
 * Looks at this machine and says whether it can build Rust kernel modules, and what to do if not.
 * Runs tools, reads files, changes nothing and asks no network.
 * A `kdir` or `kernel` that is not there is told in the report.
 * @throws UsageError for an unknown architecture, a `kernel` that is not a release, and a `kdir` whose path Kbuild cannot build in.
 */
export async function assess(options: AssessOptions = {}): Promise<Assessment> {
  const { allKernels = false, goals = [], leaveOut = [], timeoutMs = defaultTimeoutMs } = options;
  // The judge is loaded while the tools answer.
  const [{ facts, architecture }, { assessFacts }] = await Promise.all([
    observeFor(options),
    import('./judge/assess.ts'),
  ]);
  const judging = { generator: { name, version }, timeoutMs, asked: goals, leaveOut: new Set(leaveOut) };
  const assessment = assessFacts(facts, architecture, judging);
  if (!allKernels) return assessment;
  const { assessEachKernel } = await import('./judge/assess-all.ts');
  return { ...assessment, allKernels: assessEachKernel(facts, architecture, judging) };
}
