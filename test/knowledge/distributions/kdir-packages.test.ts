import { expect, it } from 'vitest';
import { findDistribution } from '../../../src/knowledge/distributions/distributions.ts';
import { kdirPackages, kernelSourcePackage } from '../../../src/knowledge/distributions/kdir-packages.ts';

function row(id: string, versionId: string) {
  const found = findDistribution({ id, versionId, idLike: [], name: id });
  if (found === null) throw new Error(`no row for ${id} ${versionId}`);
  return found;
}

it.each([
  ['7.3.4+deb13-amd64', 'linux-source-7.3'],
  ['7.10.0-1-amd64', 'linux-source-7.10'],
  ['7.3.4', null],
  ['7.3.4+deb13-amd64 $(reboot)', null],
  ['7.3', null],
])('the source of Debian’s own kernel %s is in the package %s', (release, name) => {
  expect(kernelSourcePackage(row('debian', '13'), release)).toBe(name);
});

it.each(['ubuntu', 'fedora', 'arch'])('%s’s kernels are not made from a source package', (id) => {
  expect(kernelSourcePackage(row(id, '24.04'), '7.3.4+deb13-amd64')).toBeNull();
});

it('asks for the compiler that built the kernel by a name that the table has, and for no other', () => {
  expect(kdirPackages(row('debian', '13'), 'gcc-14')).toEqual(expect.arrayContaining(['gcc-14', 'make', 'libc6-dev']));
  expect(kdirPackages(row('debian', '13'), 'gcc-14; reboot')).toContain(undefined);
  expect(kdirPackages(row('debian', '13'), 'gcc-14; reboot')).not.toContain('gcc-14; reboot');
});
