import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { expect, onTestFinished, test } from 'vitest';
import config from '../../../rolldown.config.js';
import { headerFile } from '../../../src/observe/cc/header-file.ts';

const source = join(import.meta.dirname, '../../../src/observe/cc');
const headers = readdirSync(join(source, 'headers'));

test('every header is found from the sources', async () => {
  expect(headers).toHaveLength(6);
  for (const name of headers as Parameters<typeof headerFile>[0][])
    expect(await readFile(headerFile(name), 'utf8')).toMatch(/^\/\* /);
});

test('every header is shipped with the package and found from there', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'headers-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  const { platform, experimental, output } = config;
  const bundle = await rolldown({ input: { 'deep/down': join(source, 'header-file.ts') }, platform, experimental });
  await bundle.write({ ...output, dir, minify: false });
  const shipped = await import(pathToFileURL(join(dir, 'deep/down.js')).href);
  for (const name of headers) expect(shipped.headerFile(name)).toBe(join(dir, 'headers', name));
  expect(readdirSync(join(dir, 'headers')).sort()).toEqual([...headers].sort());
});
