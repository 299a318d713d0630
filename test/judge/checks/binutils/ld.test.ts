import { describe, expect, it } from 'vitest';
import { binutilsLd } from '../../../../src/judge/checks/binutils/ld.ts';
import { facts, kernelFacts, tool, tree } from '../../facts.ts';
import { judge, judgeForKernel } from '../../judging.ts';

const builtWithClang = [tree({ config: { CONFIG_CC_IS_CLANG: 'y', CONFIG_LD_IS_LLD: 'y' } })];
const lld = tool('/usr/bin/ld.lld', '19.1.7');

it('asks for GNU ld', () => {
  expect(judge(binutilsLd, facts())).toMatchObject({ status: 'ok', found: 'GNU ld 2.40' });
  expect(judge(binutilsLd, facts({ ld: null })).remedies.flatMap(({ packages }) => packages)).toEqual(['binutils']);
});

describe('asks for ld.lld', () => {
  it.each([
    ['where the kernel was built with Clang', { kernels: builtWithClang }],
    ['where LLVM is set, whatever the kernel was built with', { environment: { LLVM: '1' } }],
  ])('%s', (_, overrides) => {
    expect(judge(binutilsLd, facts(overrides))).toMatchObject({ status: 'fail', found: 'ld.lld is not installed' });
    expect(judge(binutilsLd, facts({ ...overrides, lld })).status).toBe('ok');
  });

  it.each([
    ['1', '/usr/bin/ld.lld-19', 'ld.lld is not installed'],
    ['-18', '/usr/bin/ld.lld', 'ld.lld-18 is not installed'],
    ['-18', '/usr/bin/ld.lld-18', 'ld.lld-18 18.1.8'],
    ['/opt/llvm/', '/opt/llvm/ld.lld', '/opt/llvm/ld.lld 18.1.8'],
  ])('by the very name that LLVM=%s stands for: %s', (LLVM, path, found) => {
    expect(judge(binutilsLd, facts({ environment: { LLVM }, lld: tool(path, '18.1.8') })).found).toBe(found);
  });

  it.each([
    ['offers its package', { kernels: builtWithClang }, ['lld'], 'Install lld'],
    [
      'offers none for a name that packages do not bring',
      { kernels: builtWithClang, environment: { LLVM: '-18' } },
      [],
      'Install ld.lld-18',
    ],
    ['offers none for a kernel that does without', { environment: { LLVM: '1' } }, [], 'Unset LLVM.'],
  ])('and %s', (_, overrides, packages, text) => {
    const { remedies } = judge(binutilsLd, facts(overrides));
    expect(remedies).toMatchObject([{ packages, text: expect.stringContaining(text) }]);
  });

  it("of LLVM's minimum", () => {
    const kernels = [tree({ ...builtWithClang[0], release: '7.3.4' })];
    expect(judge(binutilsLd, facts({ kernels, lld: tool('/usr/bin/ld.lld', '16.0.6') })).needed).toContain('17.0.1');
  });
});

it('refuses one that is older than the kernel asks for', () => {
  const kernels = [tree({ release: '7.3.4' })];
  expect(judge(binutilsLd, facts({ kernels, ld: tool('/usr/bin/ld', '2.25') })).needed).toContain('at least 2.30');
});

describe('for the goal kernel', () => {
  it('asks the linker that its own make takes, beside that of modules', () => {
    expect(judgeForKernel(binutilsLd, facts({ kernels: builtWithClang, ld: null, lld }))).toMatchObject({
      status: 'fail',
      goals: ['kernel'],
      found: 'GNU ld is not installed',
    });
    expect(judgeForKernel(binutilsLd, facts({ kernels: builtWithClang, ld: null }))).toMatchObject({
      goals: ['freestanding', 'rust-for-linux', 'kernel'],
      found: 'ld.lld is not installed, and GNU ld is not installed',
    });
  });

  it('passes with what the source asks for', () => {
    expect(judgeForKernel(binutilsLd, kernelFacts())).toMatchObject({
      status: 'ok',
      goals: ['freestanding', 'rust-for-linux', 'kernel'],
    });
  });
});
