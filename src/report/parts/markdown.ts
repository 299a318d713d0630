import { markdownLine } from '../../text/markdown.ts';
import { printable } from '../../text/one-line.ts';

/** A table of texts; empty without rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.map(markdownLine).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** Lines as they are, in a block that none of them can end; empty without lines. */
export function fenced(lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const shown = lines.map(printable);
  const longest = Math.max(2, ...shown.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [fence, ...shown, fence].join('\n');
}

/** Something that is shown only when its title is clicked; empty where there is nothing to show. */
export function folded(title: string, body: string): string {
  return body === '' ? '' : `<details><summary>${markdownLine(title)}</summary>\n\n${body}\n\n</details>`;
}
