import { expect, it } from 'vitest';
import { kernelSymvers } from '../../../../src/judge/checks/kernel/symvers.ts';
import { facts, host, tree } from '../../facts.ts';
import { judge } from '../../judging.ts';

it('passes with a Module.symvers that lists what modules refer to', () => {
  expect(judge(kernelSymvers, facts()).status).toBe('ok');
});

it.each([
  ['source', 'Build the kernel in'],
  ['headers', 'Reinstall the package'],
] as const)('says what to do about a %s tree that lacks it', (state, text) => {
  const finding = judge(kernelSymvers, facts({ kernels: [tree({ state, moduleSymvers: false })] }));
  expect(finding).toMatchObject({
    status: 'fail',
    found: '/lib/modules/6.1.0-56-amd64/build lacks Module.symvers',
    goals: ['freestanding', 'rust-for-linux'],
  });
  expect(finding.remedies[0]?.text).toContain(text);
});

it.each([
  [['krealloc'], 'fail', ['freestanding']],
  [['6kernel5print11call_printk'], 'fail', ['rust-for-linux']],
  [['kfree', '6kernel5print11call_printk'], 'fail', ['freestanding', 'rust-for-linux']],
  [['misc_register'], 'warn', ['freestanding']],
] as const)('a list without %s is a %s for %s', (unexported, status, goals) => {
  const finding = judge(kernelSymvers, facts({ kernels: [tree({ unexported: [...unexported] })] }));
  expect(finding).toMatchObject({ status, goals });
  for (const name of unexported) expect(finding.found).toContain(name);
});

it('names the kind of modules that alone cannot be built', () => {
  const finding = judge(kernelSymvers, facts({ kernels: [tree({ unexported: ['misc_register'] })] }));
  expect(finding.found).toContain('which modules of the kind misc-device refer to');
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

it('names the lists of other modules that are not there', () => {
  const finding = judge(kernelSymvers, facts({ missingSymbolLists: ['/gone/Module.symvers'] }));
  expect(finding).toMatchObject({ status: 'fail', goals: ['freestanding', 'rust-for-linux'] });
  expect(finding.found).toContain('KBUILD_EXTRA_SYMBOLS in the environment names /gone/Module.symvers');
});
