import type { Assessment } from '../assessment.ts';
import { shownGoals } from './shown-goals.ts';

/** Ids of the checks that were left out though a goal of the report hangs on them, each once. */
export function leftOutOf(kernels: readonly Assessment[]): string[] {
  const ids = kernels.flatMap((report) => shownGoals(report).flatMap((goal) => report.verdicts[goal].unproven));
  return [...new Set(ids)];
}
