import { expect, it } from 'vitest';
import { hostArchitecture } from '../../../src/judge/checks/host-architecture.ts';
import { facts, target } from '../facts.ts';
import { judge } from '../judging.ts';

it('passes where modules of both flavours have been loaded', () => {
  expect(judge(hostArchitecture, facts())).toMatchObject({ status: 'ok', found: 'x86_64' });
});

it('fails for every goal elsewhere, since nothing is promised there', () => {
  expect(judge(hostArchitecture, facts(), 'arm64')).toMatchObject({
    status: 'fail',
    goals: ['freestanding', 'rust-for-linux', 'boot', 'kernel'],
    needed: 'one of the architectures that have: x86_64',
  });
});

it('fails only for the flavour that has not been loaded where the other has', () => {
  const chosen = target(facts());
  const half = { ...chosen, architecture: { ...chosen.architecture, name: 'half', proven: ['freestanding' as const] } };
  expect(hostArchitecture.judge(facts(), half)).toMatchObject({ status: 'fail', goals: ['rust-for-linux', 'kernel'] });
});
