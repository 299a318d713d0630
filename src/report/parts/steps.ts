import { turnOf } from '../../judge/remedy/remedies.ts';
import type { Assessment, Remedy, Verdict, VerdictStatus } from '../../model/assessment.ts';
import { warningsOf } from './conclusion.ts';
import { shownGoals } from './shown-goals.ts';

/** One thing to do. */
export interface Step {
  remedy: Remedy;
  /** The goals it helps; none for one that only helps against a warning. */
  goals: string[];
  /** The goals of which it fixes a part, and which stay blocked. */
  blocked: string[];
}

/** What a report advises, each once: what makes goals ready, then what helps blocked ones, then parts of those, then what helps against warnings. */
export function stepsOf(kernels: readonly Assessment[]): Step[] {
  const steps = new Map<string, Step>();
  const add = (remedy: Remedy, goals: string[], blocked: string[] = []) => {
    const key = [remedy.text, ...remedy.commands].join('\n');
    const known = steps.get(key);
    const join = (before: string[] = [], more: string[]) => [...new Set([...before, ...more])];
    steps.set(key, { remedy, goals: join(known?.goals, goals), blocked: join(known?.blocked, blocked) });
  };
  const advised = (status: VerdictStatus, remediesOf: (verdict: Verdict) => Remedy[]) =>
    kernels
      .flatMap((report) =>
        shownGoals(report)
          .map((goal) => ({ goal, verdict: report.verdicts[goal] }))
          .filter(({ verdict }) => verdict.status === status)
          .flatMap(({ goal, verdict }) => remediesOf(verdict).map((remedy) => ({ goal, remedy }))),
      )
      .toSorted((a, b) => turnOf(a.remedy) - turnOf(b.remedy));
  for (const status of ['fixable', 'unproven', 'blocked'] satisfies VerdictStatus[]) {
    for (const { goal, remedy } of advised(status, ({ remedies }) => remedies)) add(remedy, [goal]);
  }
  for (const { goal, remedy } of advised('blocked', ({ alsoMissing }) => alsoMissing?.remedies ?? [])) {
    add(remedy, [], [goal]);
  }
  for (const remedy of warningsOf(kernels).flatMap(({ remedies }) => remedies)) add(remedy, []);
  return [...steps.values()];
}

/** Whom a step helps, and how. */
export function describeStep({ remedy, goals, blocked }: Step): string {
  if (goals.length === 0 && blocked.length > 0) {
    return `also missing for ${blocked.join(', ')}, which this alone does not make ready: ${remedy.text}`;
  }
  return `${goals.length > 0 ? goals.join(', ') : 'against a warning'}: ${remedy.text}`;
}
