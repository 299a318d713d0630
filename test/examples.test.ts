import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import templates from 'virtual:templates';
import { describe, expect, it } from 'vitest';
import { kindRow, kindsOf } from '../src/knowledge/module/kinds.ts';
import { flavours } from '../src/model/assessment.ts';
import type { Answers } from '../src/scaffold/answers.ts';
import { manifestPath, renderManifest } from '../src/scaffold/manifest.ts';
import { toModel } from '../src/scaffold/model.ts';
import { render } from '../src/scaffold/render.ts';
import { name, version } from '../src/version.ts';

const root = join(import.meta.dirname, '../examples');
/** The newest line of kernels that both flavours were loaded in. */
const kernelRelease = '7.3';

type Module = Pick<Answers, 'flavour' | 'kind' | 'withC'>;

const kinds: Module[] = flavours.flatMap((flavour) =>
  kindsOf(flavour).map((kind) => ({ flavour, kind, withC: false })),
);
const modules: [path: string, module: Module][] = [
  ...kinds.map((module): [string, Module] => [`${module.flavour}/${module.kind}`, module]),
  ['rust-for-linux/hello-with-c', { flavour: 'rust-for-linux', kind: 'hello', withC: true }],
];

/** All of a scaffolded module but `config.mk`, which is one machine's. */
function example(path: string, module: Module): Map<string, string> {
  const answers: Answers = {
    name: path.replace(/.*\//, '').replaceAll('-', '_'),
    description: 'A kernel module written in Rust',
    author: 'Jane Doe <jane@example.org>',
    licence: 'GPL-2.0',
    ...module,
  };
  const files = render(toModel(answers, { version, kernelRelease }), answers, templates);
  return files.set(manifestPath, renderManifest(answers, { name, version }));
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

describe.each(modules)('examples/%s', (path, module) => {
  const files = example(path, module);

  // `npx vitest run test/examples.test.ts --update` writes them anew.
  it.each([...files])('has %s as the templates render it', async (file, text) => {
    await expect(text).toMatchFileSnapshot(join(root, path, file));
  });

  it('holds nothing else', () => {
    expect(filesBelow(join(root, path)).sort()).toEqual([...files.keys()].sort());
  });
});

it('examples hold nothing but these and a README that names each of them', () => {
  const folders = filesBelow(root).map((file) => file.split('/').slice(0, 2).join('/'));
  expect([...new Set(folders)].sort()).toEqual([...modules.map(([path]) => path), 'README.md'].sort());
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const rows = kinds.map(({ flavour, kind }) => `| \`${flavour}/${kind}\` | ${kindRow(kind).title} |`);
  expect(rows.filter((row) => !readme.replaceAll('`/dev`', '/dev').includes(row))).toEqual([]);
});
