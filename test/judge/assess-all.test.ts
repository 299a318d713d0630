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

it('tells a kernel whose link to its tree leads nowhere how to come by its headers', () => {
  const broken = {
    state: 'missing',
    dir: '/lib/modules/6.2/build',
    release: '6.2',
    dangling: ['/usr/src/gone'],
  } as const;
  const [, entry] =
    allKernels(facts({ kernels: [tree(), tree({ ...broken, dangling: [...broken.dangling] })] })).allKernels ?? [];
  const finding = entry?.findings.find(({ id }) => id === 'kernel.tree');
  expect(finding?.found).toBe('/lib/modules/6.2/build leads to /usr/src/gone, where nothing is');
  expect(finding?.remedies[0]?.text).toContain('Install the headers of Linux 6.2 again');
});

it('has no entry where no tree is installed', () => {
  expect(allKernels(facts({ kernels: [] })).allKernels).toEqual([]);
});
