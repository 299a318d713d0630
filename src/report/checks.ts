import type { Check } from '../judge/check.ts';
import { block } from '../text/wrap.ts';

/** Every check on a line of its own: id, title, the goals that hang on it. Ends with a newline. */
export function renderCheckList(checks: readonly Check[]): string {
  const width = (text: (check: Check) => string) => Math.max(...checks.map((check) => text(check).length));
  const ids = width(({ id }) => id);
  const titles = width(({ title }) => title);
  return checks.map((check) => `${check.id.padEnd(ids)}  ${check.title.padEnd(titles)}  ${goalsOf(check)}\n`).join('');
}

/** All there is to know of a check that does not depend on a machine. Ends with a newline. */
export function renderCheck(check: Check): string {
  const { id, title, about, remedy, source } = check;
  const paragraphs = [
    ['', about],
    ['Decides: ', goalsOf(check)],
    ['What helps: ', remedy],
    ['Source: ', source],
  ].filter(([, text]) => text !== '');
  const lines = paragraphs.flatMap(([head, text]) => ['', ...block(`${head}${text}`, { width: 80, indent: 0 })]);
  return `${[`${id}: ${title}`, ...lines].join('\n')}\n`;
}

/** What programs may know of a check. */
export function describeCheck({ id, title, goals, about, remedy, source }: Check) {
  return { id, title, goals, about, remedy, source };
}

function goalsOf({ goals }: Check): string {
  return goals.length > 0 ? goals.join(', ') : 'nothing: it informs';
}
