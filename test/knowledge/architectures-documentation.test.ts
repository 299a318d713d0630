import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { judgeUpstream } from '../../src/judge/upstream.ts';
import { allArchitectures, isFull } from '../../src/knowledge/plain-architectures.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/architectures.md'), 'utf8');

/** The cells of every row, without backticks. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.replaceAll('`', '').trim()),
  );

it('has the rows of the tables, in their order', () => {
  expect(rows.map(([name]) => name)).toEqual(allArchitectures.map(({ name }) => name));
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
