import { expect, it } from 'vitest';
import { makeVersion } from '../../../../src/judge/checks/make/version.ts';
import { facts, kernelFacts, tool, tree } from '../../facts.ts';
import { commands, judge, judgeForKernel } from '../../judging.ts';

it('passes with a make that the kernel takes', () => {
  expect(judge(makeVersion, facts())).toMatchObject({ status: 'ok', found: 'GNU make 4.3' });
});

it('offers the package where it is missing', () => {
  expect(judge(makeVersion, facts({ make: null })).remedies.flatMap(({ packages }) => packages)).toEqual(['make']);
});

it.each([
  ['6.1.0-56-amd64', 'ok'],
  ['6.12.107+deb13-amd64', 'fail'],
])('make 3.82 for kernel %s: %s', (release, status) => {
  expect(judge(makeVersion, facts({ make: tool('/usr/bin/make', '3.82'), kernels: [tree({ release })] })).status).toBe(
    status,
  );
});

it.each([
  ['timeout', 'timeout'],
  ['crash', 'crash'],
  ['garbage', 'crash'],
  ['not-runnable', 'crash'],
] as const)('a make that ends in %s is a %s, which no package mends', (outcome, status) => {
  const finding = judge(makeVersion, facts({ make: tool('/opt/make', '4.3', { outcome, version: null }) }));
  expect(finding.status).toBe(status);
  expect(commands(finding)).toEqual([]);
  expect(finding.remedies[0]?.text).toContain('/opt/make');
});

it('may do for modules and be too old for the kernel that is to be prepared', () => {
  const headers = tree();
  const make = tool('/usr/bin/make', '3.82');
  const observed = facts({ kernels: [headers], make });
  expect(judgeForKernel(makeVersion, observed)).toMatchObject({
    status: 'fail',
    goals: ['kernel'],
    needed: 'at least 4.0, which the kernel 7.3 asks for',
  });
  expect(judgeForKernel(makeVersion, kernelFacts()).status).toBe('ok');
});
