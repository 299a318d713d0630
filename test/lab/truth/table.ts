import { goals } from '../../../src/model/assessment.ts';
import { anonymous } from './anonymous.ts';
import type { TruthCase } from './case.ts';
import { disagreements, lineThatSays, type Outcome } from './compare.ts';

export interface Row {
  one: TruthCase;
  outcome: Outcome;
}

/** One line that counts. */
export function count(rows: Row[]): string {
  const wrong = rows.filter(({ one, outcome }) => disagreements(one, outcome).length > 0);
  const ready = rows.filter(({ outcome }) => outcome.verdict.status === 'ready');
  const each = goals.map((goal) => `${rows.filter(({ one }) => one.goal === goal).length} ${goal}`).join(', ');
  return `${rows.length} cases (${each}), ${ready.length} of them ready: ${wrong.length} disagreements`;
}

/** The cases as a table of Markdown. */
export function table(rows: Row[]): string {
  const head = ['Case', 'System', 'Goal', 'Verdict', 'Cause', 'make ends with', 'make says', 'Agree'];
  const lines = rows.map(({ one, outcome }) => [
    one.state,
    one.system,
    one.goal,
    outcome.verdict.status,
    outcome.verdict.because.join(', '),
    String(outcome.exitCode ?? 'no end'),
    code(anonymous(lineThatSays(one.makeSays, outcome.output) ?? '')),
    disagreements(one, outcome).join('; ') || 'yes',
  ]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.map(cell).join(' | ')} |\n`).join('');
}

function code(text: string): string {
  const short = text.length > 140 ? `${text.slice(0, 140)}…` : text;
  return short === '' ? '' : `\`\` ${short} \`\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** `docs/truth.md`. */
export function document(rows: Row[]): string {
  return `# What the probe says, and what make does

Each case is a real Debian system in a certain state. The probe is asked first; then make does what it spoke of, and the
two are compared: the verdict with make's exit status, the cause with make's own words. \`npm run lab:record\` makes this
table and the recorded facts that the tests of the rules read.

${count(rows)}

${table(rows)}`;
}
