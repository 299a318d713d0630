import {
  type ArchitectureReport,
  type Assessment,
  flavours,
  type MatrixColumn,
  matrixColumns,
} from '../../model/assessment.ts';
import { printable } from '../../text/one-line.ts';
import { block } from '../../text/wrap.ts';
import { verdictWords } from '../parts/status-words.ts';
import { renderCommands } from '../parts/verbose.ts';
import { type Colour, painter } from '../plain/colour.ts';
import { type Layout, section } from '../plain/layout.ts';
import { matrixHeads, upstreamNeeds, verdictHeads } from './columns.ts';

/** One entry of the table: its text, and how it is painted. */
interface Entry {
  text: string;
  colour: Colour | null;
}

/**
 * The matrix for people: a line an architecture, then what it takes to have Rust in its kernels, why verdicts are not
 * ready and what to do. With `verbose` every cell's reason, which one alone has anyway, and every command that was run. Ends with a newline.
 * @param columns to fit into: the table stands closer below 100, and names the rustc targets from 130 on
 */
export function renderMatrixText(
  assessment: Assessment,
  { colour, verbose, columns = 100 }: { colour: boolean; verbose: boolean; columns?: number | undefined },
): string {
  const width = Math.min(columns, 100);
  const layout: Layout = { paint: painter(colour), width };
  const rows = assessment.architectures ?? [];
  const lines = [
    ...renderTable(rows, layout, columns),
    '',
    ...block(legend(rows), { width, indent: 0 }),
    ...section('What Rust in these kernels takes', perRow(rows, layout, conditions), layout),
    ...section('Why not', perRow(rows, layout, reasons), layout),
    ...section('What to do', renderRemedies(rows, layout), layout),
    ...(verbose || rows.length === 1
      ? section(
          'Every cell',
          rows.flatMap((row) => renderCells(row, layout)),
          layout,
        )
      : []),
    ...(verbose ? section('Commands', renderCommands(assessment), layout) : []),
  ];
  return `${lines.join('\n')}\n`;
}

function renderTable(rows: readonly ArchitectureReport[], { paint }: Layout, columns: number): string[] {
  const heads = [
    ...matrixColumns.map((column) => matrixHeads[column]),
    ...flavours.map((flavour) => verdictHeads[flavour]),
  ];
  const plain = (text: string): Entry => ({ text, colour: null });
  const bold = (text: string): Entry => ({ text, colour: 'bold' });
  const table: Entry[][] = [
    ['archi-', ...heads.map(({ above }) => above)].map(plain),
    ['tecture', ...heads.map(({ below }) => below)].map(plain),
    ...rows.map((row) => [
      bold(row.arch),
      ...matrixColumns.map((column) => cellEntry(row, column, columns >= 130)),
      ...flavours.map((flavour) => {
        const { word, colour } = verdictWords[row.verdicts[flavour].status];
        return { text: word, colour };
      }),
    ]),
  ];
  const widths = (table[0] ?? []).map((_, index) => Math.max(...table.map((line) => line[index]?.text.length ?? 0)));
  return table.map((line) =>
    line
      .map(({ text, colour }, index) => {
        const isLast = index === line.length - 1;
        const shown = printable(isLast ? text : text.padEnd(widths[index] ?? 0));
        return colour === null ? shown : paint(colour, shown);
      })
      .join(columns < 100 ? ' ' : '  ')
      .trimEnd(),
  );
}

function cellEntry({ cells, rustTarget }: ArchitectureReport, column: MatrixColumn, wide: boolean): Entry {
  const { status, shown } = cells[column];
  const target = wide && column === 'rustTarget' && rustTarget !== null ? ` ${rustTarget}` : '';
  return { text: `${shown}${target}`, colour: status === 'no' ? 'dim' : null };
}

function legend(rows: readonly ArchitectureReport[]): string {
  const [source] = rows.flatMap(({ upstream }) => upstream.kernel ?? []);
  const linux = source
    ? `Rust in Linux is as the Kconfig files of ${source.release} in ${source.dir} have it`
    : 'Rust in Linux: the first version that can have it';
  return `- stands where nothing could be asked, or nothing is built. ${linux}. --verbose tells what each cell rests on.`;
}

/** What is said of each row, with alike ones together. */
function perRow(
  rows: readonly ArchitectureReport[],
  layout: Layout,
  say: (row: ArchitectureReport) => string[],
): string[] {
  const byText = new Map<string, string[]>();
  for (const row of rows) for (const text of say(row)) byText.set(text, [...(byText.get(text) ?? []), row.arch]);
  return Array.from(byText).flatMap(([text, names]) => named(names, text, layout));
}

function named(names: readonly string[], text: string, { width }: Layout): string[] {
  const [first = '', ...rest] = block(`${names.join(', ')}: ${text}`, { width: width - 2, indent: 2 });
  return [first, ...rest.map((line) => `  ${line}`)];
}

function conditions(row: ArchitectureReport): string[] {
  const needs = row.cells.upstream.status === 'yes' ? upstreamNeeds(row) : '';
  return needs === '' ? [] : [needs];
}

/** Those that nothing is built for are told together: their cells say all there is to say. */
function reasons({ verdicts, supported }: ArchitectureReport): string[] {
  if (!supported) return ['nothing is set up, built or booted by this version.'];
  const summaries = flavours
    .filter((flavour) => verdicts[flavour].status !== 'ready')
    .map((flavour) => verdicts[flavour].summary);
  return [...new Set(summaries)];
}

function renderRemedies(rows: readonly ArchitectureReport[], layout: Layout): string[] {
  return rows
    .filter(
      ({ remedy }, index) => remedy !== null && rows.findIndex((row) => row.remedy?.text === remedy.text) === index,
    )
    .flatMap(({ remedy }) => {
      const names = rows.filter((row) => row.remedy?.text === remedy?.text).map(({ arch }) => arch);
      return [
        ...named(names, remedy?.text ?? '', layout),
        ...(remedy?.commands ?? []).map((command) => `      ${layout.paint('cyan', command)}`),
      ];
    });
}

function renderCells({ arch, cells, upstream }: ArchitectureReport, { paint, width }: Layout): string[] {
  const rows = [
    ...matrixColumns.map((column) => [matrixHeads[column].title, cells[column].reason] as const),
    ['Source of Rust', upstream.source] as const,
  ];
  return [
    `  ${paint('bold', arch)}`,
    ...rows.flatMap(([title, text]) =>
      block(text, { width, indent: titleWidth + 6, first: `    ${title.padEnd(titleWidth)}  ` }),
    ),
  ];
}

const titleWidth = Math.max(...Object.values(matrixHeads).map(({ title }) => title.length));
