import { expect, it } from 'vitest';
import { kernelVersion } from '../../../src/judge/checks/kernel-version.ts';
import { facts, tree } from '../facts.ts';
import { judge } from '../judging.ts';

it('warns of a kernel older than any that modules have been loaded in', () => {
  expect(judge(kernelVersion, facts({ kernels: [tree({ release: '5.10.0-30-amd64' })] })).status).toBe('warn');
});

it('passes from the oldest one on', () => {
  expect(judge(kernelVersion, facts()).status).toBe('ok');
});
