import { basename } from 'node:path/posix';
import type { Architecture } from '../knowledge/architectures/architecture.ts';
import { architectures } from '../knowledge/architectures/architectures.ts';
import {
  type CrossPackages,
  crossCompile,
  crossPackages,
  isCross,
  isForeign,
} from '../knowledge/architectures/cross.ts';
import type { Remedy } from '../model/assessment.ts';
import type { Facts } from '../model/facts.ts';
import type { Target } from './context.ts';

/** Whether modules are judged for another architecture than the machine's: set-up unpacks its kernel headers and busybox. */
export function isForeignTarget({ architecture }: Pick<Target, 'architecture'>, { host }: Facts): boolean {
  return isForeign(architecture, host.machine);
}

/** Whether they are built by other tools than the machine's own. */
export function isCrossTarget({ architecture }: Pick<Target, 'architecture'>, { host }: Pick<Facts, 'host'>): boolean {
  return isCross(architecture, host.machine);
}

/** What the names of compiler and binutils begin with; empty for the machine's own. */
export function prefixOf({ architecture }: Pick<Target, 'architecture'>, { environment, host }: Facts): string {
  return crossCompile(environment, architecture, host.machine);
}

/** The architecture whose tools CROSS_COMPILE names by Debian's triplet, where modules are built by another one's; null where it does not. */
export function strayTools(
  target: Pick<Target, 'architecture'>,
  facts: Pick<Facts, 'environment' | 'host'>,
): Architecture | null {
  const prefix = basename(facts.environment.CROSS_COMPILE ?? '');
  const named = architectures.find(({ gccTriplet }) => prefix === `${gccTriplet}-`);
  const isStray = named?.gccTriplet !== target.architecture.gccTriplet && isCrossTarget(target, facts);
  return named && isStray ? named : null;
}

/** A package of the cross tools; undefined where none is known, and for a prefix of the user's own, which no package brings. */
export function crossPackage(
  which: keyof CrossPackages,
  { architecture, distribution }: Pick<Target, 'architecture' | 'distribution'>,
  facts: Pick<Facts, 'environment' | 'host'>,
): string | undefined {
  const { CROSS_COMPILE } = facts.environment;
  if (CROSS_COMPILE && CROSS_COMPILE !== `${architecture.gccTriplet}-`) return undefined;
  return crossPackages(distribution, architecture, facts.host.machine)?.[which];
}

/**
 * What brings an architecture's kernel headers and busybox into our cache.
 * @returns null where set-up knows no way
 */
export function bringForeign({ architecture, distribution }: Target, { host }: Facts): Remedy | null {
  const { name, debian } = architecture;
  const headers = distribution?.headers[name];
  if (!headers || host.cache.dir === null || !crossPackages(distribution, architecture, host.machine)) return null;
  return {
    commands: [foreignCommand(name)],
    text: `Unpack ${distribution?.title}'s ${headers} and busybox-static for ${debian}, with what they build on, in ${host.cache.dir}/foreign/${debian}: nothing of them is installed, and it takes no root, some 35 MB to download and 120 MB of disk.`,
    link: null,
    packages: [],
  };
}

function foreignCommand(name: string): string {
  return `kernel-rust-module setup --arch ${name} --yes`;
}
