import { expect, it } from 'vitest';
import { binutilsLd } from '../../../src/judge/checks/binutils-ld.ts';
import { facts, tool, tree } from '../facts.ts';
import { judge } from '../judging.ts';

const linkedByLld = [tree({ config: { CONFIG_LD_IS_LLD: 'y' } })];

it('asks for GNU ld', () => {
  expect(judge(binutilsLd, facts())).toMatchObject({ status: 'ok', found: 'GNU ld 2.40' });
  expect(judge(binutilsLd, facts({ ld: null })).remedies.flatMap(({ packages }) => packages)).toEqual(['binutils']);
});

it('asks for ld.lld where the kernel was linked by it', () => {
  expect(judge(binutilsLd, facts({ kernels: linkedByLld }))).toMatchObject({
    status: 'fail',
    found: 'ld.lld is not installed',
  });
  expect(judge(binutilsLd, facts({ kernels: linkedByLld, lld: tool('/usr/bin/ld.lld', '19.1.7') })).status).toBe('ok');
});

it('refuses one that is older than the kernel asks for', () => {
  const kernels = [tree({ release: '7.3.4' })];
  expect(judge(binutilsLd, facts({ kernels, ld: tool('/usr/bin/ld', '2.25') })).needed).toContain('at least 2.30');
});
