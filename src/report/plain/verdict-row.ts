import { goals } from '../../model/assessment.ts';
import { block } from '../../text/wrap.ts';
import { verdictWords } from '../parts/status-words.ts';
import type { Colour } from './colour.ts';
import type { Layout } from './layout.ts';

const goalWidth = Math.max(...goals.map((goal) => goal.length));
const wordWidth = Math.max(...Object.values(verdictWords).map(({ word }) => word.length));

/** A row at the head of the report: its word, what it is about, and sentences, in columns. */
export function verdictRow(
  { word, colour }: { word: string; colour: Colour },
  about: string,
  text: string,
  { paint, width }: Layout,
): string[] {
  const first = `${paint(colour, word.padEnd(wordWidth))}  ${paint('bold', about.padEnd(goalWidth))}  `;
  return block(text, { width, indent: wordWidth + goalWidth + 4, first });
}
