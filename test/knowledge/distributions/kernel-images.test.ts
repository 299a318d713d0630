import { expect, it } from 'vitest';
import { findDistribution } from '../../../src/knowledge/distributions/distributions.ts';
import { imagePackage } from '../../../src/knowledge/distributions/kernel-images.ts';

it.each([
  ['debian', '12', '6.1.0-56-amd64', 'linux-image-6.1.0-56-amd64'],
  ['debian', '13', '6.12.107+deb13-amd64', 'linux-image-6.12.107+deb13-amd64'],
  ['debian', '13', '7.3.4+deb13-amd64', 'linux-binary-7.3.4+deb13-amd64'],
  ['debian', '12', '6.1', 'linux-image-RELEASE'],
  ['debian', '12', '6.18.44', null],
  ['debian', '12', '6.1.0-56-arm64', 'linux-image-6.1.0-56-arm64'],
  ['debian', '12', '6.1.0-56-sparc64', null],
  ['debian', '12', '6.1.0;reboot-amd64', null],
  ['ubuntu', '24.04', '6.8.0-59-generic', 'linux-image-6.8.0-59-generic'],
  ['ubuntu', '24.04', '6.8.0-59-amd64', null],
  ['fedora', '43', '6.18', null],
])('%s %s keeps the image of %s in %s', (id, versionId, release, name) => {
  const row = findDistribution({ id, versionId, idLike: [], name: id });
  expect(row && imagePackage(row, release)).toBe(name);
});
