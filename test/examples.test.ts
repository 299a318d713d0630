import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import templates from 'virtual:templates';
import { describe, expect, it } from 'vitest';
import { type Flavour, flavours } from '../src/assessment.ts';
import type { Answers } from '../src/scaffold/answers.ts';
import { manifestPath, renderManifest } from '../src/scaffold/manifest.ts';
import { toModel } from '../src/scaffold/model.ts';
import { render } from '../src/scaffold/render.ts';
import { name, version } from '../src/version.ts';

const root = join(import.meta.dirname, '..');
/** The newest kernel that both flavours were loaded in. */
const kernelRelease = '7.3.4+deb13-amd64';

const answers = (flavour: Flavour): Answers => ({
  name: 'hello',
  description: 'A kernel module written in Rust',
  author: 'Jane Doe <jane@example.org>',
  licence: 'GPL-2.0',
  flavour,
  kind: 'hello',
});

/** All of a scaffolded module but `config.mk`, which is one machine's. */
function example(flavour: Flavour): Map<string, string> {
  const files = render(toModel(answers(flavour), { version, kernelRelease }), answers(flavour), templates);
  return files.set(manifestPath, renderManifest(answers(flavour), { name, version }));
}

describe.each(flavours)('examples/%s', (flavour) => {
  const folder = join(root, 'examples', flavour);

  // `npx vitest run test/examples.test.ts --update` writes them anew.
  it.each([...example(flavour)])('has %s as the templates render it', async (path, text) => {
    await expect(text).toMatchFileSnapshot(join(folder, path));
  });

  it('holds nothing else', () => {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const found = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
    expect(found.sort()).toEqual([...example(flavour).keys()].sort());
  });
});
