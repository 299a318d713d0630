import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTemplates } from '../../src/writer/templates.ts';
import { temporaryFolder } from './folders.ts';

test('a folder of templates is read with its paths', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'common/src'), { recursive: true });
  writeFileSync(join(folder, 'common/src/a.rs'), 'é\n');
  writeFileSync(join(folder, 'common/__dot__gitignore'), '');
  expect(await readTemplates(folder)).toEqual(
    new Map([
      ['common/src/a.rs', 'é\n'],
      ['common/__dot__gitignore', ''],
    ]),
  );
});

test("the package's own templates are found", async () => {
  expect([...(await readTemplates()).keys()]).toEqual(
    expect.arrayContaining(['common/Makefile', 'rust-for-linux/hello/Kbuild']),
  );
});
