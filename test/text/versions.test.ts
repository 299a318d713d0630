import { expect, it } from 'vitest';
import { compareVersions, rowFor } from '../../src/text/versions.ts';

it.each([
  ['1.85.0', '1.85', 0],
  ['1.9.0', '1.10.0', -1],
  ['6.12.107+deb13-amd64', '6.12', 1],
  ['6.1.0-56-amd64', '6.1', 0],
  ['7.2', '6.18', 1],
])('%s against %s is %i', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
  expect(Math.sign(compareVersions(b, a)) + sign).toBe(0);
});

it('finds the row that holds for a release: the newest that is not newer than it', () => {
  const rows = [{ from: '6.1' }, { from: '6.12' }];
  expect(rowFor(rows, '6.6.30')).toBe(rows[0]);
  expect(rowFor(rows, '6.12.107+deb13-amd64')).toBe(rows[1]);
  expect(rowFor(rows, '5.10')).toBeUndefined();
});
