/**
 * The oldest rustc for freestanding modules. Older ones lack options that the kernel's mitigations ask for:
 * 1.63 has no `-Zfunction-return` and leaves 49 naked returns in a small module.
 */
export const freestandingFloor = '1.85.0';

/** The oldest kernel that a freestanding module has been loaded in. */
export const oldestProvenKernel = '6.1';

export interface MinimumTools {
  /** The first kernel these hold for. */
  from: string;
  gcc: string;
  binutils: string;
  make: string;
}

/** Oldest first. Source: scripts/min-tool-version.sh and Documentation/process/changes.rst of each release. */
export const minimumTools: readonly MinimumTools[] = [
  { from: '0', gcc: '5.1', binutils: '2.23', make: '3.82' },
  { from: '6.6', gcc: '5.1', binutils: '2.25', make: '3.82' },
  { from: '6.12', gcc: '5.1', binutils: '2.25', make: '4.0' },
  { from: '6.18', gcc: '8.1', binutils: '2.30', make: '4.0' },
];
