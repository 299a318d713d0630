import { expect, it } from 'vitest';
import { kernelModules } from '../../../../src/judge/checks/kernel/modules.ts';
import { facts, host, tree } from '../../facts.ts';
import { judge } from '../../judging.ts';

it('fails for a kernel without CONFIG_MODULES', () => {
  const finding = judge(kernelModules, facts({ kernels: [tree({ config: { CONFIG_MODULES: 'n' } })] }));
  expect(finding).toMatchObject({ status: 'fail', found: 'the kernel 6.1.0-56-amd64 is built without CONFIG_MODULES' });
});

it('passes for a kernel that loads modules, installed or expected', () => {
  expect(judge(kernelModules, facts()).status).toBe('ok');
  expect(judge(kernelModules, facts({ kernels: [] })).status).toBe('ok');
});

it('has nothing to say where there is no kernel', () => {
  expect(judge(kernelModules, facts({ kernels: [], host: host({ distribution: null }) })).status).toBe('skip');
});
