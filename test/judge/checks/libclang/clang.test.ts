import { expect, it } from 'vitest';
import { libclangClang } from '../../../../src/judge/checks/libclang/clang.ts';
import { kernelFacts, tool } from '../../facts.ts';
import { judgeForKernel as judge } from '../../judging.ts';

const clang = { ...tool('/usr/bin/clang', '19.1.7'), family: 'Clang' } as const;

it('passes where both have one number, whatever the distributions append', () => {
  const cc = { ...clang, line: 'Ubuntu clang version 19.1.7-1ubuntu1' };
  expect(judge(libclangClang, kernelFacts({ cc })).status).toBe('ok');
});

it('warns where they differ', () => {
  expect(judge(libclangClang, kernelFacts({ cc: { ...clang, version: '19.1.6' } }))).toMatchObject({
    status: 'warn',
    found: 'bindgen loads libclang 19.1.7, and /usr/bin/clang is 19.1.6',
  });
});

it('skips with GCC, and without a libclang', () => {
  expect(judge(libclangClang, kernelFacts()).found).toBe('the kernel would not be compiled by Clang');
  expect(judge(libclangClang, kernelFacts({ cc: clang, bindgens: [] })).found).toContain('bindgen.libclang');
});
