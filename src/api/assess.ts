import type { AssessOptions } from '../model/assess-options.ts';
import type { Assessment } from '../model/assessment.ts';
import { defaultTimeoutMs, observeFor } from '../observe/observe-for.ts';
import { name, version } from '../version.ts';

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
    import('../judge/assess.ts'),
  ]);
  const judging = { generator: { name, version }, timeoutMs, asked: goals, leaveOut: new Set(leaveOut) };
  const assessment = assessFacts(facts, architecture, judging);
  if (!allKernels) return assessment;
  const { assessEachKernel } = await import('../judge/assess-all.ts');
  return { ...assessment, allKernels: assessEachKernel(facts, architecture, judging) };
}
