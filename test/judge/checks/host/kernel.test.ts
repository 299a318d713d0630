import { expect, it } from 'vitest';
import { hostKernel } from '../../../../src/judge/checks/host/kernel.ts';
import { facts, host } from '../../facts.ts';
import { judge } from '../../judging.ts';

it('passes where modules are built for the kernel that runs', () => {
  expect(judge(hostKernel, facts()).status).toBe('ok');
});

it('warns, and no more, where another kernel runs', () => {
  const { status, goals, found } = judge(hostKernel, facts({ host: host({ kernelRelease: '6.18.44' }) }));
  expect([status, goals]).toEqual(['warn', []]);
  expect(found).toBe(
    '6.18.44; modules are built for the kernel 6.1.0-56-amd64, another kernel: they load there and in QEMU, not here',
  );
});

it('only names the running kernel where there is none to build for', () => {
  const finding = judge(hostKernel, facts({ kernels: [], host: host({ distribution: null }) }));
  expect(finding).toMatchObject({ status: 'skip', found: '6.1.0-56-amd64' });
});
