import { type ArchitectureReport, type Assessment, flavours, matrixColumns } from '../../model/assessment.ts';
import { markdownLine } from '../../text/markdown.ts';
import { describeMachine } from '../markdown.ts';
import { fenced, folded, table } from '../parts/markdown.ts';
import { type Person, redact } from '../parts/redact.ts';
import { renderCommands } from '../parts/verbose.ts';
import { matrixHeads } from './columns.ts';

/** The matrix to paste into an issue or a page: a table, each cell's reason below, and nothing that names the person. Ends with a newline. */
export function renderMatrixMarkdown(observed: Assessment, { person }: { person: Person }): string {
  const assessment = redact(observed, person);
  const rows = assessment.architectures ?? [];
  const blocks = [
    '## kernel-rust-module probe: architectures',
    markdownLine(describeMachine(assessment)),
    table(
      ['architecture', ...matrixColumns.map((column) => matrixHeads[column].title), ...flavours, 'what to do'],
      rows.map(renderRow),
    ),
    ...rows.map((row) => folded(row.arch, table(['', 'says', 'because'], renderReasons(row)))),
    folded('Commands that were run', fenced(renderCommands(assessment))),
  ];
  return `${blocks.filter((part) => part !== '').join('\n\n')}\n`;
}

function renderRow({ arch, cells, verdicts, remedy }: ArchitectureReport): string[] {
  return [
    arch,
    ...matrixColumns.map((column) => cells[column].shown),
    ...flavours.map((flavour) => verdicts[flavour].status),
    remedy?.commands[0] ?? '',
  ];
}

function renderReasons({ cells, upstream, verdicts, remedy }: ArchitectureReport): string[][] {
  return [
    ...matrixColumns.map((column) => [matrixHeads[column].title, cells[column].shown, cells[column].reason]),
    ['source of Rust in Linux', '', upstream.source],
    ...flavours.map((flavour) => [flavour, verdicts[flavour].status, verdicts[flavour].summary]),
    ...(remedy ? [['what to do', remedy.commands.join(' && '), remedy.text]] : []),
  ];
}
