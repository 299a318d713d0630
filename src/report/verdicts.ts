import { type Assessment, goals } from '../assessment.ts';
import type { Layout } from './layout.ts';
import { verdictWords } from './status-words.ts';
import { block } from './wrap.ts';

const goalWidth = Math.max(...goals.map((goal) => goal.length));
const wordWidth = Math.max(...Object.values(verdictWords).map(({ word }) => word.length));

/** One verdict a goal: its status word, the goal, one sentence. */
export function renderVerdicts({ verdicts }: Assessment, { paint, width }: Layout): string[] {
  return goals.flatMap((goal) => {
    const { status, summary } = verdicts[goal];
    const { word, colour } = verdictWords[status];
    const first = `${paint(colour, word.padEnd(wordWidth))}  ${paint('bold', goal.padEnd(goalWidth))}  `;
    return block(summary, { width, indent: wordWidth + goalWidth + 4, first });
  });
}
