import { expect, it } from 'vitest';
import { checks } from '../../../src/judge/checks/index.ts';
import { facts } from '../facts.ts';
import { judge } from '../judging.ts';

it('every id is unique and of the form area.subject', () => {
  const ids = checks.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z][a-z-]*\.[a-z][a-z-]*$/);
});

it.each(checks.map((check) => [check.id, check] as const))(
  '%s says something, and never touches goals it has not declared',
  (_, check) => {
    for (const observed of [
      facts(),
      facts({ kernels: [], rustcs: [], gccs: [], make: null, ld: null, qemu: null, busybox: null }),
    ]) {
      const finding = judge(check, observed);
      expect(finding.found).not.toBe('');
      expect(finding.goals.filter((goal) => !check.goals.includes(goal))).toEqual([]);
      expect(finding.status === 'fail' && finding.goals.length > 0 && finding.remedies.length === 0).toBe(false);
    }
  },
);
