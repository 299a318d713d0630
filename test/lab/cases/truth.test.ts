import { mkdir, writeFile } from 'node:fs/promises';
import { afterAll, expect } from 'vitest';
import { labCase, longCase } from '../case.ts';
import { say } from '../say.ts';
import { truthCases } from '../truth/cases/index.ts';
import { disagreements } from '../truth/compare.ts';
import { recording } from '../truth/record.ts';
import { runCase } from '../truth/run-case.ts';
import { count, document, type Row, table } from '../truth/table.ts';

const rows: Row[] = [];

for (const one of truthCases) {
  const run = one.always ? labCase : longCase;
  run(`${one.goal}, ${one.system}: ${one.state}: ${one.because.join(' ') || 'ready'}`, async () => {
    const outcome = await runCase(one);
    rows.push({ one, outcome });
    const differences = disagreements(one, outcome);
    differences.forEach(say);
    expect(differences, outcome.output.slice(-2000)).toEqual([]);
  });
}

afterAll(async () => {
  if (rows.length === 0) return;
  process.stdout.write(`\n${table(rows)}\n`);
  say(count(rows));
  // A table of some cases alone would pass for all of them.
  if (!recording || rows.length < truthCases.length) return;
  const docs = new URL('../../../docs/', import.meta.url);
  await mkdir(docs, { recursive: true });
  await writeFile(new URL('truth.md', docs), document(rows));
});
