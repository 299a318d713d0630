import type { Distribution } from './distribution.ts';

/**
 * What `kdir` takes from a distribution's packages. rustc with its library source and bindgen are left out: which of those
 * will do is told by their version lines, not by their packages.
 * @param compiler the program that the kernel was built with, `gcc-14`, whose package bears its name
 * @returns undefined for what the distribution has no name for
 */
export function kdirPackages(row: Distribution, compiler: string): (string | undefined)[] {
  // A kernel tree may say anything: only a name that the table has becomes part of a command.
  const named = row.compiler === compiler ? compiler : undefined;
  return [row.make, row.binutils, named, ...(row.kdir?.packages ?? [])];
}

/** The package with the source of a kernel of the distribution's own, `linux-source-7.3`; null where there is none. */
export function kernelSourcePackage({ kdir, ownKernels }: Distribution, release: string): string | null {
  const line = /^\d+\.\d+/.exec(release)?.[0];
  return kdir !== null && line !== undefined && ownKernels.test(release) ? `${kdir.source}${line}` : null;
}

/** The same of the kernel that a distribution's headers would bring. */
export function expectedSourcePackage({ kdir, kernel }: Distribution): string | null {
  return kdir !== null && kernel?.line ? `${kdir.source}${kernel.line}` : null;
}
