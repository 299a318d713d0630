import { expect, it } from 'vitest';
import { allArchitectures } from '../../../src/knowledge/architectures/plain-architectures.ts';
import type { Assessment } from '../../../src/model/assessment.ts';
import { renderMatrixMarkdown } from '../../../src/report/matrix/markdown.ts';
import { facts, rustc } from '../../judge/facts.ts';
import { assess } from '../../judge/judging.ts';
import { matrix } from '../../judge/matrix-facts.ts';

const person = { home: '/home/user', user: 'user', machine: 'box.example.org' };

function render(assessment: Assessment): string {
  return renderMatrixMarkdown(assessment, { person });
}

it('is a table with a row an architecture, and each cell with its reason below', () => {
  const names = allArchitectures.map(({ name }) => name);
  const said = render({ ...assess(facts()), architectures: matrix(names) });
  const rows = said.split('\n').filter((line) => /^\| [\w\\]+ \|( [^|]* \|){11}$/.test(line));
  expect(rows.map((line) => line.split(' ')[1]?.replace('\\', ''))).toEqual(['architecture', ...names]);
  for (const name of names) expect(said).toContain(`<summary>${name.replace('_', '\\_')}</summary>`);
  expect(said).toContain('| C compiler | no | aarch64-linux-gnu-gcc is not installed |');
  expect(said).toContain('| source of Rust in Linux |  | arch/m68k/Kconfig of 7.3 |');
});

it('names no person', () => {
  const observed = facts({ rustcs: [rustc({ path: '/home/user/bin/rustc' })] });
  const targets = { rustcs: [{ rustc: '/home/user/bin/rustc', targets: [], backEnds: { AArch64: true } }] };
  const said = render({ ...assess(observed), architectures: matrix(['arm64'], targets, observed) });
  expect(said).toContain('\\~/bin/rustc');
  expect(said).not.toContain('/home/user');
});
