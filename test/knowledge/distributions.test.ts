import { describe, expect, it } from 'vitest';
import { findDistribution, packagesOfInterest } from '../../src/knowledge/distributions.ts';

const known = (id: string, versionId: string, idLike: string[] = []) =>
  findDistribution({ id, versionId, idLike, name: id })?.title ?? null;

describe('findDistribution', () => {
  it.each([
    ['debian', '12', [], 'Debian 12'],
    ['debian', '13', [], 'Debian 13'],
    ['debian', '', [], 'Debian testing or unstable'],
    ['ubuntu', '24.04', ['debian'], 'Ubuntu 24.04'],
    ['linuxmint', '22.1', ['ubuntu', 'debian'], 'Ubuntu 24.04'],
    ['linuxmint', '6', ['debian'], 'Debian 12'],
  ])('knows the packages of %s %s', (id, versionId, idLike, title) => {
    expect(known(id, versionId, idLike)).toBe(title);
  });

  it.each([
    ['debian', '11', []],
    ['ubuntu', '25.10', ['debian']],
    ['linuxmint', '21', ['ubuntu', 'debian']],
    ['raspbian', '12', ['debian']],
    ['fedora', '43', []],
    ['__proto__', '', []],
  ])('knows nothing of %s %s, whatever it is like', (id, versionId, idLike) => {
    expect(known(id, versionId, idLike)).toBeNull();
  });

  it('knows nothing of a machine without os-release', () => {
    expect(findDistribution(null)).toBeNull();
  });
});

it('asks about packages to install and about those that conflict with them, by names that dpkg allows', () => {
  expect(packagesOfInterest).toEqual(
    expect.arrayContaining(['rustc-web', 'rustc', 'rustup', 'busybox', 'linux-headers-amd64']),
  );
  for (const name of packagesOfInterest) expect(name).toMatch(/^[a-z0-9][a-z0-9+.-]+$/);
});
