import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { missingSymbolLists } from '../../../src/observe/tree/extra-symbols.ts';

const folder = mkdtempSync(join(tmpdir(), 'extra-symbols-'));
const list = join(folder, 'Module.symvers');
writeFileSync(list, '');
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  [undefined, []],
  ['', []],
  [list, []],
  [` ${list}\t${list} `, []],
  [`${list} nonsense`, ['nonsense']],
  [folder, [folder]],
  ['/gone\u001b[31m/list', ['/gone/list']],
])('of %j cannot be read: %j', (value, missing) => {
  expect(missingSymbolLists({ KBUILD_EXTRA_SYMBOLS: value })).toEqual(missing);
});
