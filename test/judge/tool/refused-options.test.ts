import { expect, it } from 'vitest';
import { ccCompiler } from '../../../src/judge/checks/cc/compiler.ts';
import { ccKernel } from '../../../src/judge/checks/cc/kernel.ts';
import { rustcIdentity } from '../../../src/judge/checks/rustc/identity.ts';
import { rustcVersion } from '../../../src/judge/checks/rustc/version.ts';
import type { Facts, RefusedOptions } from '../../../src/model/facts.ts';
import { facts, kernelFacts, rustc, rustTree, tool } from '../facts.ts';
import { judge, judgeForKernel } from '../judging.ts';

const refused = (variable: RefusedOptions['variable'], tool: string) => ({
  refusedOptions: [{ variable, tool, line: 'error: unknown option' }],
});
const answer = (variable: string, tool: string) => ({
  status: 'fail',
  found: `${tool} refuses what ${variable} in the environment holds: "error: unknown option"`,
});

it('fails for the C compiler that modules are compiled with, and for no other', () => {
  const [gcc] = facts().gccs.filter(({ path }) => path.endsWith('gcc-12'));
  const path = gcc?.path ?? '';
  expect(judge(ccCompiler, facts(refused('KCFLAGS', path)))).toMatchObject(answer('KCFLAGS', path));
  expect(judge(ccCompiler, facts(refused('KCFLAGS', '/usr/bin/clang'))).status).toBe('ok');
});

it("fails for the compilers of the kernel's own build", () => {
  const gcc = { ...kernelFacts(), ...refused('KCPPFLAGS', kernelFacts().cc?.path ?? '') } as Facts;
  expect(judgeForKernel(ccKernel, gcc)).toMatchObject(answer('KCPPFLAGS', gcc.cc?.path ?? ''));
  const { path } = rustc();
  const observed = kernelFacts(refused('KRUSTFLAGS', path));
  expect(judgeForKernel(rustcVersion, observed)).toMatchObject(answer('KRUSTFLAGS', path));
});

it('fails for the rustc that built the kernel, and leaves freestanding modules alone, which have flags of their own', () => {
  const own = rustc({ line: 'rustc 1.95.0 (k)' });
  const kernels = [rustTree({ metadata: { ...rustTree().metadata, rustc: own.line } })];
  const finding = judge(rustcIdentity, facts({ rustcs: [own], kernels, ...refused('KRUSTFLAGS', own.path) }));
  expect(finding).toMatchObject({ ...answer('KRUSTFLAGS', own.path), goals: ['rust-for-linux'] });
});

it("fails for the compilers of the kernel build's own programs", () => {
  const [gcc] = facts().gccs.filter(({ path }) => path.endsWith('/gcc'));
  const path = gcc?.path ?? '';
  for (const variable of ['HOSTCFLAGS', 'HOSTLDFLAGS', 'HOSTLDLIBS', 'PROCMACROLDFLAGS'] as const) {
    expect(judgeForKernel(ccKernel, kernelFacts(refused(variable, path)))).toMatchObject(answer(variable, path));
  }
  const byClang = { environment: { LLVM: '1' }, cc: { ...tool('/usr/bin/clang', '19.1.7'), family: 'Clang' } } as const;
  expect(judgeForKernel(ccKernel, kernelFacts({ ...refused('HOSTCFLAGS', path), ...byClang })).status).toBe('ok');
  const rust = rustc().path;
  const observed = kernelFacts(refused('HOSTRUSTFLAGS', rust));
  expect(judgeForKernel(rustcVersion, observed)).toMatchObject(answer('HOSTRUSTFLAGS', rust));
  expect(judgeForKernel(rustcVersion, observed, 'arm64').status).toBe('ok');
});

it('only warns of options for assembly, which nothing of the preparation is', () => {
  const path = kernelFacts().cc?.path ?? '';
  const finding = judgeForKernel(ccKernel, kernelFacts(refused('KAFLAGS', path)));
  expect(finding).toMatchObject({ ...answer('KAFLAGS', path), status: 'warn' });
});
