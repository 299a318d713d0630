import type { HostFact } from '../facts.ts';
import { debian } from './debian.ts';
import type { Distribution } from './distribution.ts';
import { ubuntu } from './ubuntu.ts';

const distributions: readonly Distribution[] = [...debian, ...ubuntu];

/**
 * Derivatives that take toolchain and kernels from their parent's archive unchanged, by ID, ID_LIKE's first word and
 * VERSION_ID's major number. Any other derivative's package set is unknown: it gets prose, never commands.
 * Source: the releases' notes name the base (Mint 22.x: Ubuntu 24.04; LMDE 6 and 7: Debian 12 and 13).
 */
const derivatives = [
  { id: 'linuxmint', like: 'ubuntu', major: '22', base: { id: 'ubuntu', versionId: '24.04' } },
  { id: 'linuxmint', like: 'debian', major: '6', base: { id: 'debian', versionId: '12' } },
  { id: 'linuxmint', like: 'debian', major: '7', base: { id: 'debian', versionId: '13' } },
];

/** The table's row for what os-release says, or for the parent of a derivative; null where the package set is not known. */
export function findDistribution(host: HostFact['distribution']): Distribution | null {
  if (host === null) return null;
  const { id, versionId } = baseOf(host);
  return distributions.find((row) => row.id === id && row.versionId === versionId) ?? null;
}

function baseOf({ id, idLike, versionId }: NonNullable<HostFact['distribution']>): { id: string; versionId: string } {
  const major = versionId.split('.')[0];
  const derivative = derivatives.find((row) => row.id === id && row.like === idLike[0] && row.major === major);
  return derivative?.base ?? { id, versionId };
}

/** Every package whose presence a remedy may hang on: what the tables would install, and what conflicts with it. */
export const packagesOfInterest: readonly string[] = [...new Set(distributions.flatMap(packagesOf))].sort();

function packagesOf(row: Distribution): string[] {
  return [
    row.make,
    row.binutils,
    row.compiler,
    row.gcc,
    ...row.clang,
    row.busybox,
    ...row.rust.packages,
    ...Object.values(row.headers),
    ...Object.values(row.qemu),
    ...Object.values(row.conflicts).flat(),
  ];
}
