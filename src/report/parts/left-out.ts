import type { Assessment, Goal } from '../../model/assessment.ts';
import { shownGoals } from './shown-goals.ts';

/** Ids of the checks that were left out and would have decided a goal; `unproven` also holds those of which a tool was too slow. */
export function leftOutFor(goal: Goal, { verdicts, findings }: Assessment): string[] {
  return verdicts[goal].unproven.filter((id) => !findings.some((finding) => finding.id === id));
}

/** Ids of the checks that were left out though a goal of the report hangs on them, each once. */
export function leftOutOf(kernels: readonly Assessment[]): string[] {
  const ids = kernels.flatMap((report) => shownGoals(report).flatMap((goal) => leftOutFor(goal, report)));
  return [...new Set(ids)];
}
