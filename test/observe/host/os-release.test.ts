import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseOsRelease, readDistribution } from '../../../src/observe/host/os-release.ts';
import { pretendMachine } from '../pretend-machine.ts';

test.each([
  ['12', 'Debian GNU/Linux 12 (bookworm)'],
  ['13', 'Debian GNU/Linux 13 (trixie)'],
])('the file of Debian %s is understood', (versionId, name) => {
  const text = readFileSync(join(import.meta.dirname, `../fixtures/os-release-debian-${versionId}`), 'utf8');
  expect(parseOsRelease(text)).toEqual({ id: 'debian', idLike: [], versionId, name });
});

test('quotes of both kinds, escapes and several relatives are understood', () => {
  const text = `NAME='My OS'\nID=mine\nID_LIKE="ubuntu debian"\nPRETTY_NAME="My \\"OS\\" \\$1"\n# ID=other\n`;
  expect(parseOsRelease(text)).toEqual({ id: 'mine', idLike: ['ubuntu', 'debian'], versionId: '', name: 'My "OS" $1' });
});

test('what is not said has its default', () => {
  expect(parseOsRelease('')).toEqual({ id: 'linux', idLike: [], versionId: '', name: 'Linux' });
});

test('the file lies in one of two places, or there is none', () => {
  const { root, file, folder } = pretendMachine();
  expect(readDistribution(root)).toBeNull();
  file('usr/lib/os-release', 'ID=vendor\n');
  folder('etc/os-release');
  expect(readDistribution(root)).toMatchObject({ id: 'vendor' });
});
