import type { Assessment, Goal } from '../assessment.ts';
import { isForApt } from '../judge/remedies.ts';

/** What set-up would do for some goals. */
export interface Plan {
  /** Packages for apt to install, each once, in the order in which the findings ask for them. */
  packages: string[];
  /** Command lines that set-up leaves to a person, each once: another package manager's, rustup's, make's. */
  byHand: string[];
  /** Goals that no command can reach here: the reason, and what a person can do, a line each. */
  blocked: string[];
}

/** Reads the plan off the verdicts: pure, so that what is shown, asked and done is one and the same. */
export function planSetup({ verdicts }: Assessment, goals: readonly Goal[]): Plan {
  const wanted = goals.map((goal) => verdicts[goal]);
  const fixes = wanted.filter(({ status }) => status === 'fixable').flatMap(({ remedies }) => remedies);
  return {
    packages: [...new Set(fixes.filter(isForApt).flatMap((remedy) => remedy.packages))],
    byHand: [...new Set(fixes.filter((remedy) => !isForApt(remedy)).flatMap((remedy) => remedy.commands))],
    blocked: wanted
      .filter(({ status }) => status === 'blocked')
      .flatMap(({ summary, remedies }) => [summary, ...remedies.map(({ text }) => `  ${text}`)]),
  };
}
