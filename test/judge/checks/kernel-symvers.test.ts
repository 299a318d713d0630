import { expect, it } from 'vitest';
import { kernelSymvers } from '../../../src/judge/checks/kernel-symvers.ts';
import { facts, host, tree } from '../facts.ts';
import { judge } from '../judging.ts';

it('passes with Module.symvers and the programs that read it', () => {
  expect(judge(kernelSymvers, facts()).status).toBe('ok');
});

it.each([
  ['source', 'Build the kernel in'],
  ['headers', 'Reinstall the package'],
] as const)('says what to do about a %s tree that lacks them', (state, text) => {
  const finding = judge(
    kernelSymvers,
    facts({ kernels: [tree({ state, moduleSymvers: false, hostPrograms: ['scripts/basic/fixdep'] })] }),
  );
  expect(finding).toMatchObject({
    status: 'fail',
    found: '/lib/modules/6.1.0-56-amd64/build lacks scripts/mod/modpost, Module.symvers',
    goals: ['freestanding', 'rust-for-linux'],
  });
  expect(finding.remedies[0]?.text).toContain(text);
});

it('asks for objtool only where the kernel was configured with it', () => {
  const hostPrograms = ['scripts/basic/fixdep', 'scripts/mod/modpost'];
  expect(judge(kernelSymvers, facts({ kernels: [tree({ hostPrograms })] })).status).toBe('ok');
  const kernels = [tree({ hostPrograms, config: { CONFIG_OBJTOOL: 'y' } })];
  expect(judge(kernelSymvers, facts({ kernels })).found).toContain('lacks tools/objtool/objtool');
});

it('trusts the headers that are still to be installed, and has nothing to say without a kernel', () => {
  expect(judge(kernelSymvers, facts({ kernels: [] })).status).toBe('ok');
  expect(judge(kernelSymvers, facts({ kernels: [], host: host({ distribution: null }) })).status).toBe('skip');
});

it('only warns where the rule of the tree itself does without the list', () => {
  const kernels = [tree({ moduleSymvers: false, modpostForgives: true })];
  const finding = judge(kernelSymvers, facts({ kernels }));
  expect(finding.status).toBe('warn');
  expect(finding.found).toContain('lacks Module.symvers: make only warns');
});
