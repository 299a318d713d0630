import type { Assessment, Remedy, VerdictStatus } from '../assessment.ts';
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
    for (const report of kernels) {
      for (const goal of shownGoals(report).filter((name) => report.verdicts[name].status === status)) {
        for (const remedy of report.verdicts[goal].remedies) add(remedy, [goal]);
      }
    }
  }
  for (const remedy of warningsOf(kernels).flatMap(({ remedies }) => remedies)) add(remedy, []);
  return [...steps.values()];
}

/** Whom a step helps, and how. */
export function describeStep({ remedy, goals }: Step): string {
  return `${goals.length > 0 ? goals.join(', ') : 'against a warning'}: ${remedy.text}`;
}
