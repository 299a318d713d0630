import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { flavours } from '../../src/assessment.ts';
import { shellFailures } from '../../src/explain/shell-failures.ts';
import { knownFailures } from '../../src/knowledge/failures.ts';

it.each(flavours)('a shell reads the known failures of %s as they are', (flavour) => {
  const rows = knownFailures.filter((row) => row.flavours.includes(flavour));
  const words = shellFailures(flavour).flatMap(({ pattern, cause, remedy, note }) => [pattern, cause, remedy, note]);
  const said = execFileSync('sh', ['-c', `printf '%s\\n' ${words.join(' ')}`], { encoding: 'utf8' });
  expect(said.split('\n')).toEqual([
    ...rows.flatMap(({ pattern, cause, remedy, misleading }) => [pattern, cause, remedy, misleading ?? '']),
    '',
  ]);
});

it('leaves out what a flavour does not meet', () => {
  const freestanding = shellFailures('freestanding').map(({ cause }) => cause);
  expect(freestanding.length).toBeGreaterThan(0);
  expect(freestanding.filter((cause) => /module!|rmeta/.test(cause) && !/module_init/.test(cause))).toEqual([]);
});
