import { assessFacts } from '../judge/assess.ts';
import { judgeMatrix } from '../judge/matrix/matrix.ts';
import type { AnyArchitecture } from '../knowledge/architectures/architecture.ts';
import { packagesOfInterest } from '../knowledge/distributions/distributions.ts';
import type { AssessOptions } from '../model/assess-options.ts';
import type { Assessment } from '../model/assessment.ts';
import { chooseArchitecture, defaultTimeoutMs } from '../observe/observe-for.ts';
import { observeMatrix } from '../observe/observe-matrix.ts';
import { refuseNamed } from '../observe/refuse-named.ts';
import { name, version } from '../version.ts';

/**
 * As `assess` does for the machine's own architecture, with a line for each of several others, by one look at the machine.
 * @throws as `assess` does.
 */
export async function assessMatrix(rows: readonly AnyArchitecture[], options: AssessOptions): Promise<Assessment> {
  const { kdir, kernel, goals = [], leaveOut = [], timeoutMs = defaultTimeoutMs, env = process.env } = options;
  const arch = chooseArchitecture(undefined);
  const facts = await observeMatrix(rows, { env, arch, kdir, kernel, goals, timeoutMs, packages: packagesOfInterest });
  const machine = facts.machines[arch.name];
  if (machine === undefined) throw new Error(`${arch.name} was not looked at`);
  refuseNamed({ kernel }, machine);
  const judging = { generator: { name, version }, timeoutMs, asked: goals, leaveOut: new Set(leaveOut) };
  const own = assessFacts(machine, arch, judging);
  return { ...own, architectures: judgeMatrix(rows, facts, own, judging) };
}
