import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, expect } from 'vitest';
import { labCase, longCase } from '../case.ts';
import { say } from '../say.ts';
import { truthCases } from '../truth/cases/index.ts';
import { disagreements } from '../truth/compare.ts';
import { recording } from '../truth/record.ts';
import { runCase } from '../truth/run-case.ts';
import { count, document, lines, merge, type Row, table } from '../truth/table.ts';

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
  const run = lines(rows);
  process.stdout.write(`\n${table(run)}\n`);
  say(count(run));
  if (!recording) return;
  const docs = new URL('../../../docs/truth.md', import.meta.url);
  await writeFile(docs, document(merge(truthCases, run, await readFile(docs, 'utf8'))));
});
