import templates from 'virtual:templates';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindsOf } from '../../src/knowledge/module/kinds.ts';
import { flavours } from '../../src/model/assessment.ts';
import type { Answers } from '../../src/scaffold/answers.ts';
import { toModel } from '../../src/scaffold/model.ts';
import { render } from '../../src/scaffold/render.ts';
import { lexC } from './lexers/c.ts';
import { lexRust } from './lexers/rust.ts';
import { bytesOf, type Token } from './lexers/token.ts';
import { oddText } from './odd-texts.ts';

const plain = { description: 'a plain description', author: 'a plain author' };
const lexers: Record<string, (source: string) => Token[]> = { c: lexC, h: lexC, rs: lexRust };

type Texts = typeof plain;

type Module = Pick<Answers, 'flavour' | 'kind' | 'withC'>;

function rendered(module: Module, texts: Texts): Map<string, string> {
  const answers: Answers = { name: 'plain', licence: 'GPL-2.0', ...module, ...texts };
  return render(toModel(answers, { version: '1.2.3', kernelRelease: releases[module.flavour] }), answers, templates);
}

/** The tokens with the two texts' strings named for what they say, so that only a change of anything else is one. */
function program(source: string, lex: (source: string) => Token[], texts: Texts): Token[] {
  const names = new Map([
    [bytesOf(texts.description), 'the description'],
    [bytesOf(texts.author), 'the author'],
  ]);
  return lex(source).map((token) =>
    token.kind === 'string' ? { kind: 'string', text: names.get(token.text) ?? token.text } : token,
  );
}

/** The macro's own keys and the entries of .modinfo that stand in for them are told apart in rust-for-linux.test.ts. */
const releases: Record<Answers['flavour'], string> = { freestanding: '6.1.0-56-amd64', 'rust-for-linux': '7.3.4' };

const modules: Module[] = flavours.flatMap((flavour) =>
  kindsOf(flavour).map((kind) => ({ flavour, kind, withC: flavour === 'rust-for-linux' })),
);

describe.each(modules)('with any description and author, $flavour $kind', (module) => {
  const { flavour } = module;
  const plainFiles = rendered(module, plain);

  test('C is the same program around two inert strings, and files that are no program and no prose are the same bytes', () => {
    fc.assert(
      fc.property(oddText, oddText, (description, author) => {
        fc.pre(description !== author);
        const texts = { description, author };
        const files = rendered(module, texts);
        expect([...files.keys()]).toEqual([...plainFiles.keys()]);
        for (const [path, source] of files) {
          const extension = path.split('.').at(-1) ?? '';
          const before = plainFiles.get(path) ?? '';
          const lex = lexers[extension];
          if (extension === 'md' || (flavour === 'rust-for-linux' && extension === 'rs')) continue;
          if (lex && source !== before) expect(program(source, lex, texts)).toEqual(program(before, lex, plain));
          else expect(source).toBe(before);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('the README has as many lines, each beginning alike', () => {
    fc.assert(
      fc.property(oddText, oddText, (description, author) => {
        const readme = rendered(module, { description, author }).get('README.md') ?? '';
        const before = plainFiles.get('README.md') ?? '';
        expect(readme.split(/\r\n|[\n\r\u2028\u2029]/).length).toBe(before.split('\n').length);
      }),
      { numRuns: 50 },
    );
  });
});
