import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { facts, tree } from '../judge/facts.ts';
import { recorded } from '../judge/fixtures.ts';
import { assess } from '../judge/judging.ts';
import { allKernels } from './reports.ts';

const options = { strict: false, person: { home: '/home/user', user: 'user', machine: 'box' } };
const bare = assess(recorded.bookwormBare);

describe('the Markdown report', () => {
  it('has the verdicts in a table, and every command on a line of its own in a block', () => {
    const text = renderMarkdown(bare, options);
    expect(text).toMatch(/^\| freestanding \| fixable \| Freestanding modules can be built .* \|$/m);
    expect(text).toContain(
      '```\napt-get update\napt-get install --yes --no-remove --no-install-recommends linux-headers-amd64 rustc-web rust-web-src\n```',
    );
  });

  it('folds findings, toolchains and commands away, each fold closed', () => {
    const text = renderMarkdown(bare, options);
    expect(text.match(/<details><summary>/g)).toHaveLength(3);
    expect(text.match(/<\/details>/g)).toHaveLength(3);
    for (const { id } of bare.findings) expect(text).toContain(`| ${id} |`);
  });

  it('names neither home nor user', () => {
    const named = tree({ dir: '/home/user/linux', origin: 'named' });
    const text = renderMarkdown(assess(facts({ kernels: [named] })), options);
    expect(text).toContain('~/linux');
    expect(text).not.toContain('/home/user');
  });

  it('has every kernel under a heading of its own, and what to do once', () => {
    const text = renderMarkdown(allKernels(), options);
    expect(text).toMatch(/^### 6\\\.1\.0-56-amd64 in /m);
    expect(text).toMatch(/^### 6\\\.1\.0-40-amd64 in \/usr\/src\/old$/m);
    expect(text.match(/^### What to do$/gm)).toHaveLength(1);
  });

  it('tells of trials, of what was left out and of strictness', () => {
    const left = assess(facts({ kernels: [tree({ release: '6.1.0-40-amd64' })] }), 'x86_64', {
      asked: ['freestanding'],
      leaveOut: new Set(['make.version']),
    });
    const trials = [{ goal: 'freestanding' as const, exitCode: 2, seconds: 1, agrees: null, output: ['make: ```'] }];
    const text = renderMarkdown({ ...left, trials }, { ...options, strict: true });
    expect(text).toContain('**Trial, freestanding:** make could not build a throw-away module');
    expect(text).toContain('````\nmake: ```\n````');
    expect(text).toContain('**Left out, so unproven:** make.version');
    expect(text).toMatch(/^Failed, since --strict counts warnings as failures: host\.kernel/m);
  });

  it('lets nothing that a machine says become a link, an image, a heading or HTML', () => {
    const dir = '/k|<img src=x>](http://x)\n# head `code` @name';
    const odd = assess(facts({ kernels: [tree({ dir, state: 'not-a-tree', origin: 'named' })] }));
    const text = renderMarkdown(odd, options);
    expect(text).toContain(String.raw`/k\|\<img src=x\>\]\(http\://x\) \# head \`code\` \@name`);
    expect(text).not.toMatch(/(?<!\\)<img|^# head/m);
  });
});
