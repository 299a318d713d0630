import { expect, it } from 'vitest';
import { hostArchitecture } from '../../../../src/judge/checks/host/architecture.ts';
import type { Flavour } from '../../../../src/model/assessment.ts';
import { facts, target } from '../../facts.ts';
import { judge } from '../../judging.ts';

/** What is said of an architecture of which these flavours have been loaded. */
function judgeWith(name: string, proven: Flavour[]) {
  const chosen = target(facts(), name);
  return hostArchitecture.judge(facts(), { ...chosen, architecture: { ...chosen.architecture, proven } });
}

it('passes where modules of both flavours have been loaded', () => {
  expect(judge(hostArchitecture, facts())).toMatchObject({ status: 'ok', found: 'x86_64' });
});

it('fails for every goal where none has, since nothing is promised there', () => {
  const finding = judgeWith('arm64', []);
  expect(finding).toMatchObject({
    status: 'fail',
    goals: ['freestanding', 'rust-for-linux', 'boot', 'kernel'],
    found: 'no module for arm64 has been built and loaded by this version yet',
  });
  expect(finding.needed).toMatch(/^one of the architectures that one has been loaded on: x86_64\b/);
});

it('fails only for the flavour that has not been loaded where the other has', () => {
  expect(judgeWith('riscv64', ['freestanding'])).toMatchObject({
    status: 'fail',
    goals: ['rust-for-linux', 'kernel'],
    found: 'no Rust for Linux module for riscv64 has been built and loaded by this version yet',
  });
});

it.each(['i386', 'mips64el'])('leaves it to the kernel that %s can have no Rust', (name) => {
  expect(judgeWith(name, ['freestanding']).status).toBe('ok');
});

it('refuses a user-mode kernel, and says that it could have Rust', () => {
  expect(judge(hostArchitecture, facts(), 'um')).toMatchObject({
    status: 'fail',
    goals: ['freestanding', 'rust-for-linux', 'boot', 'kernel'],
    found:
      'nothing is set up or booted for a user-mode kernel by this version, though kernels from 6.8 on can have Rust there',
  });
});
