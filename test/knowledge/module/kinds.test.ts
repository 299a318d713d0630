import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checks } from '../../../src/judge/checks/index.ts';
import { crateSymbols, type KindRow, kindNames, kindRow, kinds, kindsOf } from '../../../src/knowledge/module/kinds.ts';
import { flavours } from '../../../src/model/assessment.ts';

const templates = join(import.meta.dirname, '../../../templates');
const rows: readonly KindRow[] = kinds;

test.each(flavours)('%s has a folder of templates for each of its kinds, and no other', (flavour) => {
  const shared = ['common', 'with-c'];
  const folders = readdirSync(join(templates, flavour)).filter((name) => !shared.includes(name));
  expect(folders.sort()).toEqual(kindsOf(flavour).sort());
});

test.each(rows)('$name names the release that brings it where it is missing', ({ crate }) => {
  expect(crate.missing).toMatch(new RegExp(`since ${crate.since.replace('.', '\\.')}$`));
  expect(crate.source).not.toBe('');
});

test.each(rows)('what $name needs is among the checks', ({ needs }) => {
  const ids = checks.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([...needs]));
});

test('a kind is exercised exactly where there is a script for it', () => {
  const scripts = (folder: string) => readdirSync(join(templates, folder), { recursive: true }).map(String);
  for (const { name, exercise, flavours } of rows) {
    for (const flavour of flavours) {
      const own = scripts(`${flavour}/${name}`);
      const shared = readdirSync(join(templates, 'kinds')).includes(name) ? scripts(`kinds/${name}`) : [];
      expect([name, [...own, ...shared].includes('scripts/exercise.sh')]).toEqual([name, exercise !== null]);
    }
  }
});

test('rows are found by their names', () => {
  expect(kindNames.map((name) => kindRow(name).name)).toEqual(kindNames);
  expect(() => kindRow('toaster' as 'hello')).toThrow('toaster is not in the table of kinds');
});

test('the symbols that kinds hang on are those of their rows', () => {
  expect([...crateSymbols].sort()).toEqual(['DEBUG_FS', 'PCI']);
});
