import type { Distribution } from './distribution.ts';

/**
 * The package that holds a distribution kernel's bootable image. Debian's 7.x kernels keep it in `linux-binary-RELEASE`,
 * where `linux-image-RELEASE` is an empty meta package; older ones in `linux-image-RELEASE` itself (contents of both packages).
 * @param release of an installed tree, `6.1.0-56-amd64`, or a bare version line, `6.1`, for a kernel still to be installed
 * @returns null where the archive can have no image, because the kernel is not the distribution's own
 */
export function imagePackage(distribution: Distribution, release: string): string | null {
  if (distribution.manager !== 'apt') return null;
  const isLine = /^\d+\.\d+$/.test(release);
  if (!isLine && !distribution.ownKernels.test(release)) return null;
  const prefix = distribution.id === 'debian' && Number.parseInt(release, 10) >= 7 ? 'linux-binary-' : 'linux-image-';
  return `${prefix}${isLine ? 'RELEASE' : release}`;
}
