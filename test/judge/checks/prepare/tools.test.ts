import { expect, it } from 'vitest';
import { prepareTools } from '../../../../src/judge/checks/prepare/tools.ts';
import { facts, kernelFacts, prepared, source, tool } from '../../facts.ts';
import { judgeForKernel as judge } from '../../judging.ts';

const without = (name: string, found: ReturnType<typeof tool> | null = null) => ({
  ...prepared(),
  tools: { ...prepared().tools, [name]: found },
});

it('passes where all are here', () => {
  expect(judge(prepareTools, kernelFacts())).toMatchObject({
    status: 'ok',
    goals: ['kernel'],
    found: 'all tools that preparing the kernel 7.3.4 takes are here',
  });
});

it('fails without one, by name, and offers its package', () => {
  const finding = judge(prepareTools, kernelFacts({ preparation: without('flex') }));
  expect(finding).toMatchObject({ status: 'fail', found: 'flex is not installed, or does not start' });
  expect(finding.remedies.flatMap(({ packages }) => packages)).toEqual(['flex']);
});

it('fails without several, and offers all packages at once', () => {
  const preparation = { ...prepared(), tools: { ...without('flex').tools, bison: null } };
  const finding = judge(prepareTools, kernelFacts({ preparation }));
  expect(finding.found).toBe('flex and bison are not installed, or do not start');
  expect(finding.remedies.flatMap(({ packages }) => packages)).toEqual(['flex', 'bison']);
});

it('fails with one that does not start', () => {
  const preparation = without('bison', tool('/usr/bin/bison', '', { outcome: 'not-runnable', version: null }));
  expect(judge(prepareTools, kernelFacts({ preparation })).status).toBe('fail');
});

it('asks an older kernel for nothing that came later', () => {
  const preparation = without('xargs');
  expect(judge(prepareTools, kernelFacts({ preparation })).status).toBe('fail');
  expect(judge(prepareTools, kernelFacts({ preparation, kernels: [source({ version: '6.12.107' })] })).status).toBe(
    'ok',
  );
});

it('skips where nobody looked', () => {
  expect(judge(prepareTools, facts()).status).toBe('skip');
});
