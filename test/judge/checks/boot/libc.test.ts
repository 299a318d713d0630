import { expect, it } from 'vitest';
import { bootLibc } from '../../../../src/judge/checks/boot/libc.ts';
import { facts, host, tool } from '../../facts.ts';
import { judge } from '../../judging.ts';

it('passes with a compiler of a plain name and a static C library', () => {
  expect(judge(bootLibc, facts())).toMatchObject({ status: 'ok', found: '/usr/lib/x86_64-linux-gnu/libc.a' });
});

it('warns of what is missing, and names the packages', () => {
  const observed = facts({ staticLibc: null, gccs: [tool('/usr/bin/gcc-12', '12.2.0')] });
  const finding = judge(bootLibc, observed);
  expect(finding).toMatchObject({ status: 'warn', goals: ['boot'] });
  expect(finding.found).toMatch(/^gcc and libc\.a are not here/);
  expect(finding.remedies.flatMap(({ packages }) => packages)).toEqual(['gcc', 'libc6-dev']);
});

it.each([
  ['CC names a compiler', { environment: { CC: 'gcc-12' } }],
  ['clang is here', { clang: { ...tool('/usr/bin/clang', '14.0.6'), targets: [] } }],
  [
    'the cross compiler is here',
    { environment: { CROSS_COMPILE: 'x86_64-linux-gnu-' }, gccs: [tool('/usr/bin/x86_64-linux-gnu-gcc', '12.2.0')] },
  ],
])('takes no gcc where %s', (_, overrides) => {
  expect(judge(bootLibc, facts({ gccs: [], ...overrides })).status).toBe('ok');
});

it('promises nothing where the distribution’s package is not known', () => {
  const distribution = { id: 'gentoo', idLike: [], versionId: '2.18', name: 'Gentoo' };
  const finding = judge(bootLibc, facts({ staticLibc: null, host: host({ distribution }) }));
  expect(finding.remedies.flatMap(({ commands }) => commands)).toEqual([]);
});
