import { architectures } from '../../src/knowledge/architectures/architectures.ts';
import type { Cell, Layer } from './ledger.ts';

/** How long the cases of a file took. */
export interface CaseFile {
  name: string;
  seconds: number;
}

/** What a run of the lab says at its end: which modules were built and loaded where, and where the time went. */
export function summary(cells: Cell[], layers: Layer[], files: CaseFile[]): string {
  return [cellTable(cells), layerTable(layers), fileTable(files)].filter((text) => text !== '').join('\n');
}

function cellTable(cells: Cell[]): string {
  const place = ({ architecture }: Cell) => architectures.findIndex(({ name }) => name === architecture);
  const rows = cells
    .toSorted(
      (a, b) => place(a) - place(b) || a.flavour.localeCompare(b.flavour) || compareReleases(a.kernel, b.kernel),
    )
    .map(({ architecture, flavour, kernel, buildSeconds, bootSeconds, result }) => [
      architecture,
      flavour,
      kernel,
      seconds(buildSeconds),
      seconds(bootSeconds),
      result,
    ]);
  return table(['architecture', 'flavour', 'kernel', 'build', 'boot', 'result'], rows);
}

function compareReleases(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

/** Several systems lie upon the same layers, which were made once. */
function layerTable(layers: Layer[]): string {
  const different = [...new Map(layers.map((layer) => [layer.folder, layer])).values()];
  const rows = different.map(({ title, seconds }) => [minutes(seconds), short(title)]);
  return table(['making it took', 'system, kept for the next run'], withSum(rows, different));
}

function fileTable(files: CaseFile[]): string {
  const rows = files.map(({ name, seconds }) => [minutes(seconds), name]);
  return table(['cases took', 'file, with the systems that were made for it'], withSum(rows, files));
}

function withSum(rows: string[][], timed: { seconds: number | null }[]): string[][] {
  if (timed.length < 2) return rows;
  const sum = timed.reduce<number | null>(
    (sum, { seconds }) => (sum === null || seconds === null ? null : sum + seconds),
    0,
  );
  return [...rows, [minutes(sum), 'all together']];
}

/** Packages can be many. */
function short(title: string): string {
  return title.length > 100 ? `${title.slice(0, 99)}…` : title;
}

function seconds(value: number | null): string {
  return value === null ? '-' : `${value.toFixed(0)} s`;
}

function minutes(value: number | null): string {
  return value === null ? '-' : `${(value / 60).toFixed(1)} min`;
}

/** Columns as wide as their widest entry. @returns nothing where there are no rows. */
function table(head: string[], rows: string[][]): string {
  if (rows.length === 0) return '';
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) => `  ${line.map((entry, column) => entry.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .map((line) => `${line}\n`)
    .join('');
}
