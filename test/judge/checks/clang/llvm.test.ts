import { describe, expect, it } from 'vitest';
import { clangLlvm } from '../../../../src/judge/checks/clang/llvm.ts';
import { facts, tool, tree } from '../../facts.ts';
import { judge } from '../../judging.ts';

const clang = { ...tool('/usr/bin/clang', '19.1.7'), targets: ['x86', 'x86-64'] };
const withoutX86 = { ...clang, targets: ['aarch64'] };
const builtWithClang = [tree({ config: { CONFIG_CC_IS_CLANG: 'y' }, compiler: 'Debian clang version 19.1.7 (3+b1)' })];

describe('on a kernel built with GCC', () => {
  it.each([
    ['skip', null],
    ['ok', clang],
    ['warn', withoutX86],
    ['timeout', { ...clang, outcome: 'timeout' as const, version: null }],
  ])('decides nothing: %s', (status, here) => {
    expect(judge(clangLlvm, facts({ clang: here }))).toMatchObject({ status, goals: [] });
  });
});

describe('on a kernel built with Clang', () => {
  it.each([
    ['fail', null],
    ['ok', clang],
    ['fail', withoutX86],
    ['crash', { ...clang, outcome: 'garbage' as const, version: null }],
  ])('decides for both flavours: %s', (status, here) => {
    const finding = judge(clangLlvm, facts({ clang: here, kernels: builtWithClang }));
    expect(finding).toMatchObject({ status, goals: ['freestanding', 'rust-for-linux'] });
  });

  it('a missing clang can be installed', () => {
    const finding = judge(clangLlvm, facts({ kernels: builtWithClang }));
    expect(finding.remedies.flatMap(({ packages }) => packages)).toEqual(['clang', 'lld', 'llvm']);
  });

  it('one that is older than the kernel asks for fails', () => {
    const old = { ...clang, version: '10.0.1' };
    expect(judge(clangLlvm, facts({ clang: old, kernels: builtWithClang })).needed).toContain('at least 11.0.0');
  });

  it('a versioned name does not serve for the plain one that make calls', () => {
    const versioned = { ...clang, path: '/usr/bin/clang-19' };
    expect(judge(clangLlvm, facts({ clang: versioned, kernels: builtWithClang }))).toMatchObject({
      status: 'fail',
      found: 'clang is not installed',
    });
  });

  it('the one that LLVM stands for is judged, not the one on PATH', () => {
    const cc = { ...tool('/usr/bin/clang-18', '18.1.8'), family: 'Clang' } as const;
    const environment = { LLVM: '-18' };
    expect(judge(clangLlvm, facts({ environment, cc, kernels: builtWithClang }))).toMatchObject({
      status: 'ok',
      found: 'clang 18.1.8 (/usr/bin/clang-18) is what LLVM=-18 stands for',
    });
  });
});
