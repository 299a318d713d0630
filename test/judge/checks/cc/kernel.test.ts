import { describe, expect, it } from 'vitest';
import { ccKernel } from '../../../../src/judge/checks/cc/kernel.ts';
import type { CcFact } from '../../../../src/model/facts.ts';
import { kernelFacts, source, tool } from '../../facts.ts';
import { judgeForKernel as judge } from '../../judging.ts';

const gcc: CcFact = { ...tool('/usr/bin/gcc', '12.2.0'), family: 'GCC' };
const clang: CcFact = { ...tool('/usr/bin/clang', '19.1.7'), family: 'Clang' };

it.each([
  ['GCC 12.2.0 (/usr/bin/gcc)', gcc],
  ['Clang 19.1.7 (/usr/bin/clang)', clang],
])('passes with %s', (found, cc) => {
  expect(judge(ccKernel, kernelFacts({ cc }))).toMatchObject({ status: 'ok', goals: ['kernel'], found });
});

it.each([
  ['at least 8.1, which the kernel 7.3.4 asks for', { ...gcc, version: '8.0.1' }],
  ['at least 17.0.1, which the kernel 7.3.4 asks for', { ...clang, version: '16.0.6' }],
])('measures each by its own minimum: %s', (needed, cc) => {
  expect(judge(ccKernel, kernelFacts({ cc }))).toMatchObject({ status: 'fail', needed });
});

it('offers gcc where there is none', () => {
  expect(judge(ccKernel, kernelFacts({ cc: null })).remedies.flatMap(({ packages }) => packages)).toEqual(['gcc']);
});

describe('a program that is neither of the two', () => {
  const cc: CcFact = { ...tool('/usr/bin/tcc', ''), outcome: 'garbage', version: null, family: null };

  it("fails, since the kernel's configuration stops", () => {
    expect(judge(ccKernel, kernelFacts({ cc }))).toMatchObject({
      status: 'fail',
      found: '/usr/bin/tcc is an unknown C compiler',
    });
  });

  it('is blamed on the variable that named it', () => {
    const [remedy] = judge(ccKernel, kernelFacts({ cc, environment: { CC: 'tcc' } })).remedies;
    expect(remedy?.text).toBe('Let CC name GCC or Clang, or unset it.');
  });
});

it('reports one that does not start as a crash', () => {
  const cc: CcFact = { ...gcc, outcome: 'not-runnable', version: null, family: null };
  expect(judge(ccKernel, kernelFacts({ cc })).status).toBe('crash');
});

it('names the variable that asks for a compiler which is not installed', () => {
  const cc: CcFact = { ...tool('clang-19', ''), outcome: 'missing', version: null, line: '', family: null };
  expect(judge(ccKernel, kernelFacts({ cc, environment: { LLVM: '-19' } }))).toMatchObject({
    status: 'fail',
    found: 'LLVM=-19 asks for clang-19, which was not found',
  });
});

it('leaves it to the check of LLVM where make stops at that', () => {
  const environment = { LLVM: '/usr/lib/llvm-19/bin' };
  expect(judge(ccKernel, kernelFacts({ cc: null, environment })).status).toBe('skip');
});

it('advises LLVM=1 exactly where the source was configured with Clang and make would turn to GCC', () => {
  const kernels = [source({ config: { CONFIG_CC_IS_CLANG: 'y' } })];
  expect(judge(ccKernel, kernelFacts({ kernels }))).toMatchObject({
    status: 'warn',
    needed: '"make LLVM=1" instead of "make", to stay with Clang',
  });
  expect(judge(ccKernel, kernelFacts({ kernels, cc: clang })).status).toBe('ok');
});
