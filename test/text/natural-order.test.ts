import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNaturally } from '../../src/text/natural-order.ts';

const sorted = (...names: string[]) => [...names].sort(compareNaturally);

test('runs of digits count as numbers', () => {
  const releases = ['6.1.0-9-amd64', '6.1.0-56-amd64', '6.2.0-1-amd64', '6.12.107+deb13-amd64', '7.3.4'];
  expect(sorted(...releases.toReversed())).toEqual(releases);
});

test('a release candidate comes before its release, and a later patch after it', () => {
  expect(sorted('7.3.1', '7.3', '7.3-rc10', '7.3-rc2', '7.2')).toEqual(['7.2', '7.3-rc2', '7.3-rc10', '7.3', '7.3.1']);
  expect(sorted('7.3.1', '7.3', '7.3~rc1')).toEqual(['7.3~rc1', '7.3', '7.3.1']);
});

test('it is an order: swapping two names swaps the answer, and only equal names are equal', () => {
  const name = fc.stringMatching(/^[0-9a-c.~+-]{0,12}$/);
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(Math.sign(compareNaturally(a, b))).toBe(-Math.sign(compareNaturally(b, a)) + 0);
      expect(compareNaturally(a, b) === 0).toBe(a === b);
    }),
  );
});

test('it is an order: what comes before what comes before comes before', () => {
  const name = fc.stringMatching(/^([0-9]|rc|[a.~-]){0,8}$/);
  fc.assert(
    fc.property(name, name, name, (...names) => {
      const [a = '', b = '', c = ''] = names.sort(compareNaturally);
      expect(compareNaturally(a, b)).toBeLessThanOrEqual(0);
      expect(compareNaturally(b, c)).toBeLessThanOrEqual(0);
      expect(compareNaturally(a, c)).toBeLessThanOrEqual(0);
    }),
  );
});
