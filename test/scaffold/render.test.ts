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
  withC: false,
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

  test("puts what a kind's flavours share under the flavour's own, and what is in C over all", () => {
    const templates = new Map([
      ['with-c/x', () => 'no set of this name'],
      ['kinds/hello/a', () => 'kind'],
      ['kinds/hello/b', () => 'kind'],
      ['kinds/params/c', () => 'another kind'],
      ['freestanding/common/b', () => 'flavour'],
      ['freestanding/with-c/a', () => 'C'],
    ]);
    expect([...render(model, answers, templates)]).toEqual([
      ['a', 'kind'],
      ['b', 'flavour'],
    ]);
    expect([...render(model, { ...answers, withC: true }, templates)]).toEqual([
      ['a', 'C'],
      ['b', 'flavour'],
    ]);
  });

  test('the root of the crate is called like the module, unless a part is in C, which Kbuild links under that name', () => {
    const templates = new Map([['freestanding/hello/__root__.rs', () => '']]);
    const withC = { ...answers, withC: true };
    const made = (which: Answers) => [
      ...render(toModel(which, { version: '1.2.3', kernelRelease: null }), which, templates).keys(),
    ];
    expect(made(answers)).toEqual(['widget.rs']);
    expect(made(withC)).toEqual(['widget_main.rs']);
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
