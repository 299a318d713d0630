import { expect, it } from 'vitest';
import { kernelVersion } from '../../../../src/judge/checks/kernel/version.ts';
import { facts, host, tree } from '../../facts.ts';
import { judge } from '../../judging.ts';

it('warns of a kernel older than any that modules have been loaded in', () => {
  expect(judge(kernelVersion, facts({ kernels: [tree({ release: '5.10.0-30-amd64' })] })).status).toBe('warn');
});

it('passes from the oldest one on', () => {
  expect(judge(kernelVersion, facts()).status).toBe('ok');
});

it('has nothing to say where there is no kernel', () => {
  expect(judge(kernelVersion, facts({ kernels: [], host: host({ distribution: null }) })).status).toBe('skip');
});
