import { describe, expect, it } from 'vitest';
import { renderGithub } from '../../src/report/github.ts';
import { facts, tree } from '../judge/facts.ts';
import { recorded } from '../judge/fixtures.ts';
import { assess } from '../judge/judging.ts';
import { allKernels } from './reports.ts';

const lax = { strict: false };
const lines = (text: string) => text.trimEnd().split('\n');

describe('the GitHub report', () => {
  it('is one workflow command a line', () => {
    for (const line of lines(renderGithub(assess(recorded.bookwormBare), lax))) {
      expect(line).toMatch(/^::(error|warning|notice) title=[^:,]+::./);
    }
  });

  it('has errors for what keeps the machine from being ready', () => {
    const text = renderGithub(assess(facts({ make: null }), 'x86_64', { asked: ['freestanding'] }), lax);
    expect(text).toMatch(/^::error title=freestanding fixable::Freestanding modules can be built/m);
    expect(text).toMatch(/^::error title=\S+ \(make\.version\)::.* is not installed%0Aneeded: .*apt-get install/m);
  });

  it('has no error where the machine is ready for what was asked', () => {
    const text = renderGithub(assess(facts()), lax);
    expect(text).toMatch(/^::notice title=rust-for-linux blocked::/m);
    expect(text).not.toContain('::error');
  });

  it('has an error for warnings when it is strict, and for a build that contradicts its verdict', () => {
    const warned = assess(facts({ kernels: [tree({ release: '6.1.0-40-amd64' })] }));
    expect(renderGithub(warned, { strict: true })).toMatch(/^::error title=--strict::Failed, /m);
    const trials = [{ goal: 'freestanding' as const, exitCode: 2, seconds: 1, agrees: false, output: [] }];
    expect(renderGithub({ ...warned, trials }, lax)).toMatch(
      /^::error title=Trial of freestanding::The verdict is wrong/m,
    );
  });

  it('names the kernel where it is about several', () => {
    expect(renderGithub(allKernels(), lax)).toContain('title=6.1.0-40-amd64 in /usr/src/old%3A freestanding blocked::');
  });

  it('lets nothing that a machine says end a line or begin a command', () => {
    const dir = '/k\n::error::x\r%0A,:\u001b';
    const odd = renderGithub(assess(facts({ kernels: [tree({ dir, state: 'not-a-tree', origin: 'named' })] })), lax);
    expect(odd).toContain('/k ::error::x %250A,:\\u{1b} is no kernel tree');
    expect(odd).not.toMatch(/^::error::x|[\r\u001b]/m);
  });
});
