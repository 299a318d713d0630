import { expect, it } from 'vitest';
import { bootSignature } from '../../../src/judge/checks/boot-signature.ts';
import { facts, tree } from '../facts.ts';
import { judge } from '../judging.ts';

it('passes for a kernel that loads unsigned modules', () => {
  expect(judge(bootSignature, facts()).status).toBe('ok');
});

it('fails for one that does not', () => {
  const kernels = [tree({ config: { CONFIG_MODULE_SIG_FORCE: 'y' } })];
  expect(judge(bootSignature, facts({ kernels }))).toMatchObject({ status: 'fail', goals: ['boot'] });
});
