import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import templates from 'virtual:templates';
import type { Flavour } from '../../src/model/assessment.ts';
import { toModel } from '../../src/scaffold/model.ts';
import { render } from '../../src/scaffold/render.ts';

/** The files of a scaffolded module: path → text. */
export function renderSample(flavour: Flavour): Map<string, string> {
  const texts = { name: 'sample', description: 'd', author: 'a', licence: 'GPL-2.0' };
  const answers = { ...texts, flavour, kind: 'hello', withC: false } as const;
  return render(toModel(answers, { version: '1.2.3', kernelRelease: null }), answers, templates);
}

/** Writes the scripts of a scaffolded module into a folder. */
export function writeScripts(folder: string, flavour: Flavour): void {
  for (const [path, text] of renderSample(flavour)) {
    if (!path.startsWith('scripts/')) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
