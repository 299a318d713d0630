import { expect, it } from 'vitest';
import { allKernels, twoTrees } from '../report/reports.ts';
import { facts, tree } from './facts.ts';
import { assess } from './judging.ts';

it('judges every tree as if it alone had been named', () => {
  const [first, second] = allKernels().allKernels ?? [];
  expect(first?.verdicts.freestanding.status).toBe('ready');
  expect(second?.kernel?.dir).toBe('/usr/src/old');
  expect(second?.verdicts.freestanding.because).toEqual(['kernel.symvers']);
  const named = assess({ ...twoTrees(), kernels: [tree({ ...twoTrees().kernels[1], origin: 'named' })] });
  expect(second).toEqual({
    kernel: named.target.kernel,
    verdicts: named.verdicts,
    findings: named.findings,
    toolchains: named.toolchains,
  });
});

it('has an entry for a tree that nothing can be built against', () => {
  const [entry] = allKernels(facts({ kernels: [tree({ origin: 'running', state: 'not-a-tree' })] })).allKernels ?? [];
  expect(entry?.kernel?.state).toBe('not-a-tree');
  expect(entry?.verdicts.freestanding.because).toContain('kernel.tree');
});

it('has no entry where no tree is installed', () => {
  expect(allKernels(facts({ kernels: [] })).allKernels).toEqual([]);
});
