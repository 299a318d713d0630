import { expect, it } from 'vitest';
import { bootSignature } from '../../../../src/judge/checks/boot/signature.ts';
import { facts, host, tree } from '../../facts.ts';
import { judge } from '../../judging.ts';

it('passes for a kernel that loads unsigned modules', () => {
  expect(judge(bootSignature, facts()).status).toBe('ok');
});

it('fails for one that does not', () => {
  const kernels = [tree({ config: { CONFIG_MODULE_SIG_FORCE: 'y' } })];
  expect(judge(bootSignature, facts({ kernels }))).toMatchObject({ status: 'fail', goals: ['boot'] });
});

it('has nothing to say where there is no kernel', () => {
  expect(judge(bootSignature, facts({ kernels: [], host: host({ distribution: null }) })).status).toBe('skip');
});
