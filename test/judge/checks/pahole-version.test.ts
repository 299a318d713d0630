import { expect, it } from 'vitest';
import { paholeVersion } from '../../../src/judge/checks/pahole-version.ts';
import { facts, tool, tree } from '../facts.ts';
import { judge } from '../judging.ts';

it.each([
  ['skip', null],
  ['ok', tool('/usr/bin/pahole', '1.30')],
])('informs and decides nothing: %s', (status, pahole) => {
  expect(judge(paholeVersion, facts({ pahole }))).toMatchObject({ status, goals: [] });
});

it('warns where a source tree may hold a vmlinux to take BTF from', () => {
  const kernels = [tree({ state: 'source', config: { CONFIG_DEBUG_INFO_BTF_MODULES: 'y' } })];
  expect(judge(paholeVersion, facts({ kernels })).status).toBe('warn');
});
