import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { judgeUpstream } from '../../../src/judge/matrix/upstream.ts';
import { architectures } from '../../../src/knowledge/architectures/architectures.ts';
import { allArchitectures, isFull } from '../../../src/knowledge/architectures/plain-architectures.ts';
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

const rows = [...rowsBelow('Those that modules are made for'), ...rowsBelow('The others')];
const loaded = rowsBelow('What was built and loaded');

it('has the rows of the tables, in their order', () => {
  expect(rows.map(([name]) => name)).toEqual(allArchitectures.map(({ name }) => name));
  expect(loaded.map(([name]) => name)).toEqual(architectures.map(({ name }) => name));
});

it.each(allArchitectures.map((row) => [row.name, row] as const))('says of %s what the tables say', (name, row) => {
  const { upstream } = judgeUpstream(row, null);
  const { conditions, minimumRustc } = upstream;
  const needs = [...conditions, ...(minimumRustc ? [`rustc ${minimumRustc}`] : [])].join(', ');
  const shared = [row.rustTarget ?? 'none', row.llvm?.config ?? 'none', upstream.from ?? 'no'];
  expect(rows.find(([first]) => first === name)).toEqual(
    isFull(row) ? [name, row.arch, row.debian ?? '', ...shared, needs] : [name, row.arch, ...shared],
  );
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
