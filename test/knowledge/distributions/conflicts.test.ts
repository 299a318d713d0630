import { expect, it } from 'vitest';
import { conflictsOf } from '../../../src/knowledge/distributions/conflicts.ts';
import { findDistribution } from '../../../src/knowledge/distributions/distributions.ts';

const debian = findDistribution({ id: 'debian', versionId: '12', idLike: [], name: 'Debian' });
if (debian === null) throw new Error('no row for Debian 12');

it.each([
  [
    ['rustc-web', 'rust-web-src'],
    ['rustup', 'rustc', 'make'],
    ['rustc', 'rustup'],
  ],
  [['rustc-web'], ['rust-src'], []],
  [['make'], ['rustc'], []],
  [['rustc-web'], ['rustc-web', 'rustc-mozilla'], []],
])('wanting %j beside %j conflicts with %j', (wanted, installed, conflicts) => {
  expect(conflictsOf(debian, wanted, installed)).toEqual(conflicts);
});
