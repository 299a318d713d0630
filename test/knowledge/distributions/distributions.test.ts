import { describe, expect, it } from 'vitest';
import {
  distributions,
  findDistribution,
  packagesOfInterest,
} from '../../../src/knowledge/distributions/distributions.ts';
import { preparationNeeds } from '../../../src/knowledge/kernel/preparation.ts';

const find = (id: string, versionId: string, idLike: string[] = []) =>
  findDistribution({ id, versionId, idLike, name: id });

describe('findDistribution', () => {
  it.each([
    ['debian', '12', [], 'Debian 12'],
    ['debian', '13', [], 'Debian 13'],
    ['debian', '', [], 'Debian testing or unstable'],
    ['ubuntu', '22.04', ['debian'], 'Ubuntu 22.04'],
    ['ubuntu', '24.04', ['debian'], 'Ubuntu 24.04'],
    ['ubuntu', '26.04', ['debian'], 'Ubuntu 26.04'],
    ['fedora', '43', [], 'Fedora'],
    ['arch', '', [], 'Arch Linux'],
    ['opensuse-tumbleweed', '20261101', ['opensuse', 'suse'], 'openSUSE Tumbleweed'],
    ['opensuse-slowroll', '20261101', ['opensuse', 'suse', 'opensuse-tumbleweed'], 'openSUSE Slowroll'],
    ['opensuse-leap', '16.0', ['suse', 'opensuse'], 'openSUSE Leap 16'],
    ['gentoo', '2.18', [], 'Gentoo'],
    ['alpine', '3.22.1', [], 'Alpine Linux 3.22'],
    ['linuxmint', '22.1', ['ubuntu', 'debian'], 'Ubuntu 24.04'],
    ['linuxmint', '6', ['debian'], 'Debian 12'],
    ['neon', '24.04', ['ubuntu', 'debian'], 'Ubuntu 24.04'],
    ['endeavouros', '', ['arch'], 'Arch Linux'],
  ])('knows the packages of %s %s', (id, versionId, idLike, title) => {
    const row = find(id, versionId, idLike);
    expect(row?.title).toBe(title);
    expect(row?.manager).not.toBeNull();
  });

  it.each([
    ['a release older than the table', 'debian', '11', [], 'Debian 13'],
    ['a release newer than the table', 'alpine', '3.99.0', [], 'Alpine Linux 3.23'],
    ['a number that only begins alike', 'opensuse-leap', '160', ['suse', 'opensuse'], 'openSUSE Leap 16'],
    ['a derivative of a release', 'raspbian', '12', ['debian'], 'Debian 12'],
    ['a derivative with numbers of its own', 'linuxmint', '21', ['ubuntu', 'debian'], 'Ubuntu 26.04'],
    ['a rebuild', 'rocky', '10.1', ['rhel', 'centos', 'fedora'], 'Fedora'],
    ['a commercial sister', 'sles', '16.0', ['suse'], 'openSUSE Tumbleweed'],
    ['a derivative with kernels of its own', 'manjaro', '', ['arch'], 'Arch Linux'],
  ])('has only names that may not hold, and no kernel, for %s: %s %s', (_, id, versionId, idLike, title) => {
    expect(find(id, versionId, idLike)).toMatchObject({ title, manager: null, kernel: null, metadata: null });
  });

  it.each([
    ['slackware', '15.0', []],
    ['__proto__', '', []],
  ])('knows nothing of %s %s', (id, versionId, idLike) => {
    expect(find(id, versionId, idLike)).toBeNull();
  });

  it('knows nothing of a machine without os-release', () => {
    expect(findDistribution(null)).toBeNull();
  });
});

describe('every row', () => {
  const rows = distributions.map((row) => [row.title, row] as const);

  it.each(rows)('brings headers exactly where it says which kernel comes with them: %s', (_, { headers, kernel }) => {
    expect(Object.keys(headers).length > 0).toBe(kernel !== null);
  });

  it.each(rows)('says how else to come by a tree where it has no headers: %s', (_, { headers, treeAdvice }) => {
    expect(treeAdvice === undefined).toBe(Object.keys(headers).length > 0);
  });

  it.each(rows)('knows what brings each thing that preparing a kernel takes, and nothing else: %s', (_, row) => {
    expect(Object.keys(row.preparation).sort()).toEqual(preparationNeeds.map(({ name }) => name).sort());
  });

  it.each(rows)('says the version of a rustc and a bindgen that stay as they are: %s', (_, row) => {
    const { versionId, versions, rust, bindgen } = row;
    const isFixed = versionId !== null && versionId !== '';
    const named = [rust?.packages[0], bindgen].filter((name) => name !== undefined);
    expect(named.filter((name) => name in versions)).toEqual(isFixed ? named : []);
  });

  it.each(rows)('has names that need no quotes in a shell: %s', (_, row) => {
    const { clang, rust, preparation, headers, qemu, conflicts, useFlags = {} } = row;
    const names = [row.make, row.binutils, row.gcc, row.lld, row.pahole, row.bindgen, row.busybox, ...clang];
    const tables = [preparation, headers, qemu, useFlags].flatMap((table) => Object.values(table));
    for (const name of [...names, ...tables, ...(rust?.packages ?? []), ...Object.values(conflicts).flat()]) {
      expect(name ?? 'absent').toMatch(/^[A-Za-z0-9][\w.+/-]*$/);
    }
  });
});

it('asks about packages to install and about those that conflict with them, by names that dpkg allows, of dpkg alone', () => {
  expect(packagesOfInterest).toEqual(
    expect.arrayContaining(['rustc-web', 'rustc', 'rustup', 'busybox', 'linux-headers-amd64', 'libelf-dev']),
  );
  expect(packagesOfInterest).not.toContain('kernel-devel-matched');
  for (const name of packagesOfInterest) expect(name).toMatch(/^[a-z0-9][a-z0-9+.-]+$/);
});
