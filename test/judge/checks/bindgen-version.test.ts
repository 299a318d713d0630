import { expect, it } from 'vitest';
import { bindgenVersion } from '../../../src/judge/checks/bindgen-version.ts';
import { facts, tool } from '../facts.ts';
import { judge } from '../judging.ts';

it.each([
  ['skip', null],
  ['ok', tool('/usr/bin/bindgen', '0.71.1')],
  ['crash', tool('/usr/bin/bindgen', '', { outcome: 'crash', version: null })],
])('informs and decides nothing: %s', (status, bindgen) => {
  expect(judge(bindgenVersion, facts({ bindgen }))).toMatchObject({ status, goals: [] });
});
