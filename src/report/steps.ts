import type { Assessment, Remedy, VerdictStatus } from '../assessment.ts';
import { isForForeign, isForKdir } from '../judge/remedies.ts';
import { warningsOf } from './conclusion.ts';
import { shownGoals } from './shown-goals.ts';

/** One thing to do. */
export interface Step {
  remedy: Remedy;
  /** The goals it helps; none for one that only mends a warning. */
  goals: string[];
}

/** What a report advises, each once: what makes goals ready, then what helps where commands do not, then what mends warnings. */
export function stepsOf(kernels: readonly Assessment[]): Step[] {
  const steps = new Map<string, Step>();
  const add = (remedy: Remedy, goals: string[]) => {
    const key = [remedy.text, ...remedy.commands].join('\n');
    const known = steps.get(key)?.goals ?? [];
    steps.set(key, { remedy, goals: [...new Set([...known, ...goals])] });
  };
  for (const status of ['fixable', 'unproven', 'blocked'] satisfies VerdictStatus[]) {
    const advised = kernels.flatMap((report) =>
      shownGoals(report)
        .map((goal) => ({ goal, verdict: report.verdicts[goal] }))
        .filter(({ verdict }) => verdict.status === status)
        .flatMap(({ goal, verdict }) => verdict.remedies.map((remedy) => ({ goal, remedy }))),
    );
    for (const { goal, remedy } of advised.toSorted((a, b) => turn(a.remedy) - turn(b.remedy))) add(remedy, [goal]);
  }
  for (const remedy of warningsOf(kernels).flatMap(({ remedies }) => remedies)) add(remedy, []);
  return [...steps.values()];
}

/** Our own commands come last, whichever goal is first to ask for them: they take what packages bring, of every goal. */
function turn(remedy: Remedy): number {
  if (isForKdir(remedy)) return 2;
  return isForForeign(remedy) ? 1 : 0;
}

/** Whom a step helps, and how. */
export function describeStep({ remedy, goals }: Step): string {
  return `${goals.length > 0 ? goals.join(', ') : 'against a warning'}: ${remedy.text}`;
}
