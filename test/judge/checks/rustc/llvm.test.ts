import { expect, it } from 'vitest';
import { rustcLlvm } from '../../../../src/judge/checks/rustc/llvm.ts';
import { facts, kernelFacts, rustc } from '../../facts.ts';
import { judge, judgeForKernel } from '../../judging.ts';

it('reports the back end of the rustc that is taken', () => {
  const rustcs = [rustc({ path: '/opt/rustc', llvmBackend: false }), rustc()];
  expect(judge(rustcLlvm, facts({ rustcs }))).toMatchObject({
    status: 'ok',
    found: 'the LLVM 22.1.8 in /usr/bin/rustc has a back end for x86_64',
  });
});

it('fails, with a way out, where the only rustc has none', () => {
  const finding = judge(rustcLlvm, facts({ rustcs: [rustc({ llvmBackend: false })] }));
  expect(finding).toMatchObject({ status: 'fail', needed: 'an LLVM with the X86 back end' });
  expect(finding.remedies.flatMap(({ packages }) => packages)).toEqual(['rustc-web', 'rust-web-src']);
});

it('warns where rustc did not say', () => {
  expect(judge(rustcLlvm, facts({ rustcs: [rustc({ llvmBackend: null })] })).status).toBe('warn');
});

it('skips where there is no rustc to ask', () => {
  expect(judge(rustcLlvm, facts({ rustcs: [] })).status).toBe('skip');
  expect(judge(rustcLlvm, facts({ rustcs: [rustc({ outcome: 'crash', version: null })] })).status).toBe('skip');
});

it('fails for the rustc that RUSTC names, whichever has one besides', () => {
  const named = rustc({ origin: 'environment', path: '/opt/rustc', llvmBackend: false });
  const observed = kernelFacts({ environment: { RUSTC: '/opt/rustc' }, rustcs: [named, rustc()] });
  expect(judgeForKernel(rustcLlvm, observed)).toMatchObject({
    status: 'fail',
    goals: ['freestanding', 'rust-for-linux', 'kernel'],
  });
  expect(judgeForKernel(rustcLlvm, kernelFacts())).toMatchObject({
    status: 'ok',
    goals: ['freestanding', 'rust-for-linux', 'kernel'],
  });
});
