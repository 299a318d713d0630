import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { judgeUpstream } from '../../../src/judge/matrix/upstream.ts';
import type { AnyArchitecture } from '../../../src/knowledge/architectures/architecture.ts';
import { architectures } from '../../../src/knowledge/architectures/architectures.ts';
import { isFull, plainArchitectures } from '../../../src/knowledge/architectures/plain-architectures.ts';
import { flavours } from '../../../src/model/assessment.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/architectures.md'), 'utf8');

/** The cells of every row below a heading, without backticks. */
function rowsBelow(heading: string): string[][] {
  const [, section = ''] = page.split(`## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  return own
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.replaceAll('`', '').trim()),
    );
}

const loaded = rowsBelow('What was built and loaded');

/** A table with a heading, its columns aligned. */
function table(rows: string[][]): string {
  const width = (column: number) => Math.max(...rows.map((row) => (row[column] ?? '').length));
  const line = (row: string[], fill = ' ') => `| ${row.map((cell, i) => cell.padEnd(width(i), fill)).join(' | ')} |`;
  const [head = [], ...others] = rows;
  return [
    line(head),
    line(
      head.map(() => ''),
      '-',
    ),
    ...others.map((row) => line(row)),
  ].join('\n');
}

const code = (text: string | null | undefined) => (text ? `\`${text}\`` : 'none');

/** What the page says of an architecture. */
function cells(row: AnyArchitecture): string[] {
  const { conditions, minimumRustc, from } = judgeUpstream(row, null).upstream;
  const needs = [...conditions, ...(minimumRustc ? [`rustc ${minimumRustc}`] : [])].join(', ');
  const shared = [code(row.rustTarget), code(row.llvm?.config), from ?? 'no'];
  const names = [code(row.name), code(row.arch)];
  return isFull(row)
    ? [...names, row.debian === null ? '' : code(row.debian), ...shared, needs]
    : [...names, ...shared];
}

/** The page with another table below a heading, where one stands already. */
function withTable(text: string, heading: string, rows: string[][]): string {
  const [before = '', after = ''] = text.split(`## ${heading}\n`);
  return `${before}## ${heading}\n${after.replace(/^\|.*(?:\n\|.*)*/m, table(rows))}`;
}

it('has tables as the rows make them; --update writes them', async () => {
  const shared = ['rustc target', 'LLVM', 'Rust from'];
  const full = [['architecture', 'ARCH', 'Debian', ...shared, 'with (7.3)'], ...architectures.map(cells)];
  const plain = [['architecture', 'ARCH', ...shared], ...plainArchitectures.map(cells)];
  const written = withTable(withTable(page, 'Those that modules are made for', full), 'The others', plain);
  await expect(written).toMatchFileSnapshot('../../../docs/architectures.md');
});

it('says of each architecture what was loaded on it', () => {
  expect(loaded.map(([name]) => name)).toEqual(architectures.map(({ name }) => name));
});

it.each(architectures.map((row) => [row.name, row] as const))(
  'names the kernels that modules were loaded in on %s where the tables promise them, and otherwise why not',
  (name, { proven }) => {
    const [, ...cells] = loaded.find(([first]) => first === name) ?? [];
    expect(cells).toHaveLength(flavours.length);
    // As the page heads them.
    for (const [index, flavour] of (['freestanding', 'rust-for-linux'] as const).entries()) {
      expect(cells[index], flavour).toMatch(proven.includes(flavour) ? /^\d+\.\d+/ : /^no: ./);
    }
  },
);
