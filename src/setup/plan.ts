import type { Assessment, Goal } from '../assessment.ts';

/** What set-up would do for some goals. */
export interface Plan {
  /** Packages to install, each once, in the order in which the findings ask for them. */
  packages: string[];
  /** Goals that no command can reach here, with the reason. */
  blocked: string[];
}

/** Reads the plan off the verdicts: pure, so that what is shown, asked and done is one and the same. */
export function planSetup({ verdicts }: Assessment, goals: readonly Goal[]): Plan {
  const wanted = goals.map((goal) => verdicts[goal]);
  const remedies = wanted.filter(({ status }) => status === 'fixable').flatMap((verdict) => verdict.remedies);
  return {
    packages: [...new Set(remedies.flatMap((remedy) => remedy.packages))],
    blocked: wanted.filter(({ status }) => status === 'blocked').map(({ summary }) => summary),
  };
}
