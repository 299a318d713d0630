import type { HostFact } from '../../model/facts.ts';
import { findArchitecture } from '../architectures/architectures.ts';
import { crossPackages } from '../architectures/cross.ts';
import { alpine } from './alpine.ts';
import { arch } from './arch.ts';
import { debian } from './debian.ts';
import { type Distribution, noKernels } from './distribution.ts';
import { fedora } from './fedora.ts';
import { gentoo } from './gentoo.ts';
import { nixos } from './nixos.ts';
import { opensuse } from './opensuse.ts';
import { ubuntu } from './ubuntu.ts';

/** Every release whose packages are known; of one distribution the newest last. */
export const distributions: readonly Distribution[] = [
  ...debian,
  ...ubuntu,
  ...fedora,
  ...arch,
  ...opensuse,
  ...gentoo,
  ...alpine,
  ...nixos,
];

/**
 * Derivatives that take toolchain and kernels from their parent's archive unchanged, by ID, ID_LIKE's first word and
 * VERSION_ID's major number. Source: the releases' notes name the base (Mint 22.x: Ubuntu 24.04; LMDE 6 and 7: Debian 12
 * and 13). KDE neon's and EndeavourOS's use of their parent's archive was not looked up.
 */
const derivatives = [
  { id: 'linuxmint', like: 'ubuntu', major: '22', base: { id: 'ubuntu', versionId: '24.04' } },
  { id: 'linuxmint', like: 'debian', major: '6', base: { id: 'debian', versionId: '12' } },
  { id: 'linuxmint', like: 'debian', major: '7', base: { id: 'debian', versionId: '13' } },
  { id: 'neon', like: 'ubuntu', major: '24', base: { id: 'ubuntu', versionId: '24.04' } },
  { id: 'endeavouros', like: 'arch', major: '', base: { id: 'arch', versionId: '' } },
];

/** Words of ID and ID_LIKE that stand for a family instead of one distribution, and the row that speaks for it. */
const families: ReadonlyMap<string, string> = new Map([
  ['centos', 'fedora'],
  ['opensuse', 'opensuse-tumbleweed'],
  ['rhel', 'fedora'],
  ['suse', 'opensuse-tumbleweed'],
]);

/**
 * The table's row for what os-release says, or for the parent of a derivative. A release that is not in the table, and
 * any other derivative by ID_LIKE, gets the names of the nearest row without the promise that they hold (`manager` is null).
 * @returns null where nothing of it is known
 */
export function findDistribution(host: HostFact['distribution']): Distribution | null {
  if (host === null) return null;
  const { id, versionId } = baseOf(host);
  const exact = distributions.find((row) => row.id === id && isOf(versionId, row));
  return exact ?? nearest([host.id, ...host.idLike], versionId);
}

function baseOf({ id, idLike, versionId }: NonNullable<HostFact['distribution']>): { id: string; versionId: string } {
  const major = versionId.split('.')[0];
  const derivative = derivatives.find((row) => row.id === id && row.like === idLike[0] && row.major === major);
  return derivative?.base ?? { id, versionId };
}

function isOf(versionId: string, row: Distribution): boolean {
  if (row.versionId === null || row.versionId === versionId) return true;
  return row.versionId !== '' && versionId.startsWith(`${row.versionId}.`);
}

/** What a row says of its distribution's own kernels and archive, and of nobody else's. */
const withoutPromise = {
  manager: null,
  metadata: null,
  kdir: null,
  kernel: null,
  pinsCompiler: false,
  ownKernels: noKernels,
} satisfies Partial<Distribution>;

/** Of the first distribution that is known, the release of that number, otherwise the newest numbered one; its names may not hold. */
function nearest(ids: readonly string[], versionId: string): Distribution | null {
  for (const word of ids) {
    const id = families.get(word) ?? word;
    const rows = distributions.filter((row) => row.id === id);
    const row = rows.find((one) => isOf(versionId, one)) ?? rows.findLast((one) => one.versionId !== '');
    if (row) return { ...row, ...withoutPromise };
  }
  return null;
}

/** Every package whose presence a remedy may hang on, where dpkg can be asked: what the tables would install, and what conflicts with it. */
export const packagesOfInterest: readonly string[] = [
  ...new Set(distributions.filter(({ manager }) => manager === 'apt').flatMap(packagesOf)),
].sort();

function packagesOf(row: Distribution): string[] {
  return [
    row.make,
    row.binutils,
    row.compiler,
    row.gcc,
    ...row.clang,
    row.lld,
    ...[row.pahole, row.bindgen, row.busybox, row.staticLibc].filter((name) => name !== undefined),
    ...(row.kdir?.packages ?? []),
    ...(row.rust?.packages ?? []),
    ...Object.values(row.preparation),
    ...Object.values(row.headers),
    ...Object.values(row.qemu),
    ...foreignPackagesOf(row),
    ...Object.values(row.conflicts).flat(),
  ];
}

function foreignPackagesOf(row: Distribution): string[] {
  const { on = [], architectures = [], firmware = {} } = row.foreign ?? {};
  const rows = architectures.map(findArchitecture).filter((one) => one !== null);
  const tools = on.flatMap((machine) => rows.flatMap((one) => Object.values(crossPackages(row, one, machine) ?? {})));
  return [...tools, ...Object.values(firmware)];
}
