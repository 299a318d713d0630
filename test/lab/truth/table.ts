import { goals } from '../../../src/model/assessment.ts';
import { anonymous } from './anonymous.ts';
import type { TruthCase } from './case.ts';
import { disagreements, lineThatSays, type Outcome } from './compare.ts';

export interface Row {
  one: TruthCase;
  outcome: Outcome;
}

const head = ['Case', 'System', 'Goal', 'Verdict', 'Cause', 'make ends with', 'make says', 'Agree'];

/** The lines of the table, a heading not among them. */
export function lines(rows: Row[]): string[] {
  return rows.map(({ one, outcome }) =>
    line([
      ...identity(one),
      outcome.verdict.status,
      outcome.verdict.because.join(', '),
      String(outcome.exitCode ?? 'no end'),
      code(anonymous(lineThatSays(one.makeSays, outcome.output) ?? '')),
      disagreements(one, outcome).join('; ') || 'yes',
    ]),
  );
}

function identity({ state, system, goal }: TruthCase): string[] {
  return [state, system, goal];
}

function line(cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function code(text: string): string {
  const short = text.length > 140 ? `${text.slice(0, 140)}…` : text;
  return short === '' ? '' : `\`\` ${short} \`\``;
}

/** One line that counts the lines of a table. */
export function count(table: string[]): string {
  const cells = table.map((one) => one.slice(2, -2).split(' | '));
  const each = goals.map((goal) => `${cells.filter((one) => one[2] === goal).length} ${goal}`).join(', ');
  const ready = cells.filter((one) => one[3] === 'ready').length;
  const wrong = cells.filter((one) => one.at(-1) !== 'yes').length;
  return `${table.length} cases (${each}), ${ready} of them ready: ${wrong} disagreements`;
}

/**
 * The lines for all cases: those of this run, and for the other cases those that were recorded before.
 * @param recorded \`docs/truth.md\` as it is
 */
export function merge(cases: readonly TruthCase[], run: string[], recorded: string): string[] {
  const known = [...run, ...recorded.split('\n')];
  return cases.flatMap((one) => {
    const start = line(identity(one)).slice(0, -1);
    return known.find((text) => text.startsWith(start)) ?? [];
  });
}

/** The cases as a table of Markdown. */
export function table(rows: string[]): string {
  return [line(head), line(head.map(() => '---')), ...rows, ''].join('\n');
}

/** \`docs/truth.md\`. */
export function document(rows: string[]): string {
  return `# What the probe says, and what make does

Each case is a real Debian system in a certain state. The probe is asked first; then make does what it spoke of, and the
two are compared: the verdict with make's exit status, the cause with make's own words. \`npm run lab:record\` makes this
table and the recorded facts that the tests of the rules read.

${count(rows)}

${table(rows)}`;
}
