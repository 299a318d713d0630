import type { Distribution } from '../distributions/distribution.ts';
import type { Architecture } from './architecture.ts';
import { findArchitecture } from './architectures.ts';

/** Whether an architecture is another than the machine's, so that apt installs no kernels of it there. @param machine what `uname -m` says */
export function isForeign({ name }: Pick<Architecture, 'name'>, machine: string): boolean {
  return name !== findArchitecture(machine)?.name;
}

/** Whether modules for an architecture are built by other tools than the machine's own. @param machine what `uname -m` says */
export function isCross(architecture: Pick<Architecture, 'name' | 'builtOn'>, machine: string): boolean {
  const host = findArchitecture(machine)?.name;
  return isForeign(architecture, machine) && !architecture.builtOn.some((other) => other === host);
}

/**
 * What the names of compiler and binutils begin with, Kbuild's CROSS_COMPILE: the environment's where that is set; otherwise the
 * architecture's triplet where the machine's own tools do not build for it, and nothing where they do.
 * @param machine what `uname -m` says
 */
export function crossCompile(
  { CROSS_COMPILE }: { CROSS_COMPILE?: string | undefined },
  architecture: Architecture,
  machine: string,
): string {
  return CROSS_COMPILE || (isCross(architecture, machine) ? `${architecture.gccTriplet}-` : '');
}

/** Packages of the machine's own archive that build for another architecture: modules where that takes cross tools, and programs. */
export interface CrossPackages {
  /** Of the version that built the distribution's kernels, by its versioned name. */
  compiler: string;
  /** What brings the plain name, `aarch64-linux-gnu-gcc`. */
  gcc: string;
  binutils: string;
  /** The C library, for programs that need no shared one. */
  staticLibc: string;
}

/**
 * What set-up brings for another architecture, by Debian's rule for the names of its cross tools.
 * @param machine what `uname -m` says
 * @returns null where the distribution has not all of it, or set-up does not know how to bring it on that machine
 */
export function crossPackages(
  distribution: Distribution | null,
  architecture: Pick<Architecture, 'name' | 'gccTriplet' | 'debian'>,
  machine: string,
): CrossPackages | null {
  const { name, gccTriplet, debian } = architecture;
  const { foreign, compiler } = distribution ?? {};
  const isServed = foreign?.on.includes(machine) && foreign.architectures.includes(name);
  if (!isServed || compiler === undefined || !isForeign(architecture, machine)) return null;
  return {
    compiler: `${compiler}-${gccTriplet}`,
    gcc: `gcc-${gccTriplet}`,
    binutils: `binutils-${gccTriplet}`,
    staticLibc: `libc6-dev-${debian}-cross`,
  };
}
