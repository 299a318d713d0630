import type { Assessment, Trial } from '../../model/assessment.ts';
import { printable } from '../../text/one-line.ts';
import { describeTrial } from '../parts/trial.ts';
import type { Layout } from './layout.ts';
import { verdictRow } from './verdict-row.ts';

/** One row a build that was tried, and what it said where it failed. */
export function renderTrials({ trials }: Assessment, layout: Layout): string[] {
  if (trials === undefined) return [];
  if (trials.length === 0) return ['Nothing was tried: there is no kernel tree to build a module against.'];
  return trials.flatMap((trial) => [
    ...verdictRow(wordOf(trial), trial.goal, describeTrial(trial), layout),
    ...(trial.exitCode === 0 ? [] : trial.output.map((line) => layout.paint('dim', `  | ${printable(line)}`))),
  ]);
}

function wordOf({ agrees, exitCode }: Trial) {
  if (agrees === false) return { word: 'WRONG', colour: 'red' } as const;
  return exitCode === 0
    ? ({ word: 'built', colour: 'green' } as const)
    : ({ word: 'FAILED', colour: 'yellow' } as const);
}
