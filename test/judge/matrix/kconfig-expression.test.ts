import { expect, it } from 'vitest';
import { evaluate } from '../../../src/judge/matrix/kconfig-expression.ts';

const known = (symbol: string) => ({ YES: true, NO: false })[symbol];

it.each([
  ['YES', true],
  ['!YES', false],
  ['OPEN', undefined],
  ['YES && NO', false],
  ['NO && OPEN', false],
  ['YES && OPEN', undefined],
  ['YES || OPEN', true],
  ['NO || !NO && YES', true],
  ['!(YES || OPEN)', false],
  ['!(NO || OPEN)', undefined],
  ['!NO && (OPEN || YES)', true],
  ['!NO || RUSTC_VERSION >= 108200', true],
  ['YES && RUSTC_VERSION >= 108200', undefined],
  ['NO && RUSTC_VERSION >= 108200', false],
  ['$(cc-option,-x) && YES', undefined],
  ['YES)', undefined],
  ['', undefined],
])('takes %j for %s', (condition, value) => {
  expect(evaluate(condition, known)).toBe(value);
});
