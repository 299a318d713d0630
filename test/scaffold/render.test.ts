import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/scaffold/answers.ts';
import { renderManifest } from '../../src/scaffold/manifest.ts';
import { type Model, toModel } from '../../src/scaffold/model.ts';
import { render } from '../../src/scaffold/render.ts';

const answers: Answers = {
  name: 'widget',
  description: 'd',
  author: 'a',
  licence: 'GPL-2.0 OR MIT',
  flavour: 'freestanding',
  kind: 'hello',
};
const model = toModel(answers, { version: '1.2.3', kernelRelease: null });

describe('rendering', () => {
  test("puts the kind's files over the flavour's, and those over the common ones, and leaves the others out", () => {
    const templates = new Map([
      ['common/Makefile', () => 'common'],
      ['common/README.md', () => 'common'],
      ['freestanding/common/Kbuild', () => 'freestanding'],
      ['freestanding/common/README.md', () => 'freestanding'],
      ['freestanding/hello/README.md', () => 'freestanding hello'],
      ['freestanding/params/Kbuild', () => 'freestanding params'],
      ['rust-for-linux/hello/README.md', () => 'rust-for-linux'],
    ]);
    expect([...render(model, answers, templates)]).toEqual([
      ['Kbuild', 'freestanding'],
      ['Makefile', 'common'],
      ['README.md', 'freestanding hello'],
    ]);
  });

  test('names files for the module, and gives dot files their dot', () => {
    const templates = new Map([
      ['common/__dot__gitignore', () => ''],
      ['common/src/__name__/__name__.rs', () => ''],
      ['common/a__dot__b', () => ''],
    ]);
    expect([...render(model, answers, templates).keys()]).toEqual(['.gitignore', 'a__dot__b', 'src/widget/widget.rs']);
  });

  test('hands the model to each template', () => {
    const templates = new Map([['common/x', ({ name, spdx }: Model) => `${name} ${spdx}`]]);
    expect(render(model, answers, templates).get('x')).toBe('widget GPL-2.0 OR MIT');
  });
});

test('the manifest says who made the module from which answers, and nothing of the machine', () => {
  const generator = { name: 'generator-kernel-rust-module', version: '1.2.3' };
  expect(JSON.parse(renderManifest(answers, generator))).toEqual({ generator, answers });
  expect(renderManifest({ ...answers, author: '"}\n' }, generator)).toContain(String.raw`"author": "\"}\n"`);
});
