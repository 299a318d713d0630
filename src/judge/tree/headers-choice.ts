import type { Architecture } from '../../knowledge/architectures/architecture.ts';
import { isForeign } from '../../knowledge/architectures/cross.ts';
import type { Distribution } from '../../knowledge/distributions/distribution.ts';
import { headersPackages } from '../../knowledge/distributions/kernel-headers.ts';
import { vendorOf } from '../../knowledge/distributions/kernel-vendors.ts';
import type { Remedy } from '../../model/assessment.ts';
import type { AbsentKernelFact, Facts } from '../../model/facts.ts';
import { advice, install } from '../remedy/remedies.ts';
import { expectedKernel, type JudgedKernel, packagedKernel } from './kernel.ts';

/** The package that brings a kernel tree where none is here, and the kernel of that tree. */
export interface HeadersChoice {
  package: string;
  kernel: JudgedKernel;
  /** It is the kernel that was named or that runs. */
  isWanted: boolean;
}

/**
 * The headers of the kernel that was named or runs if apt has them; otherwise, unless one was named, those that the
 * distribution brings instead.
 * @returns null if no package is known
 */
export function chooseHeaders(
  facts: Facts,
  architecture: Architecture,
  distribution: Distribution | null,
): HeadersChoice | null {
  const { absent = null, host } = facts;
  const own = absent && ownPackage(absent, architecture, distribution);
  if (absent && own) {
    const title = `the ${absent.origin === 'running' ? 'running ' : ''}kernel ${absent.release}`;
    return { package: own, kernel: packagedKernel(absent.release, title, distribution), isWanted: true };
  }
  if (absent?.origin === 'named' || distribution === null) return null;
  const usual = distribution.headers[architecture.name];
  const { instead } = headersPackages(absent?.release ?? '', distribution, architecture);
  const nearest = isForeign(architecture, host.machine)
    ? usual
    : (instead.find((name) => absent?.headers?.[name]) ?? usual);
  const release = nearest === usual ? undefined : absent?.headers?.[nearest ?? ''];
  const kernel =
    release === undefined
      ? expectedKernel(distribution, architecture)
      : packagedKernel(release, `the kernel ${release}`, distribution);
  return nearest === undefined || kernel === null ? null : { package: nearest, kernel, isWanted: false };
}

/** The first package with the headers of exactly that kernel that apt knows; null if it knows none. */
function ownPackage(
  { release, headers }: AbsentKernelFact,
  architecture: Architecture,
  distribution: Distribution | null,
): string | null {
  const { own } = headersPackages(release, distribution, architecture);
  return own.find((name) => headers !== null && name in headers) ?? null;
}

/**
 * How a person comes by the headers of the kernel that was named or runs: a command if apt has them, otherwise whose
 * kernel it is and where they would come from.
 * @returns null if its tree is here, or nothing is known of such a kernel
 */
export function bringOwnHeaders(
  facts: Facts,
  architecture: Architecture,
  distribution: Distribution | null,
): Remedy | null {
  const { absent = null, host } = facts;
  if (absent === null) return null;
  const { release, headers } = absent;
  const known = ownPackage(absent, architecture, distribution);
  if (known) return install(`the headers of ${release}`, [known], distribution, host);
  const vendor = vendorOf(release);
  if (vendor === null && !distribution?.ownKernels.test(release)) return advice(strangeKernel(absent, distribution));
  const { own } = headersPackages(release, distribution, architecture);
  const whose = vendor
    ? `${nameOf(absent)} is built by ${vendor.vendor}.`
    : `No headers of ${nameOf(absent, false)} are here.`;
  const where = whereOf(own, headers !== null);
  const rest = vendor?.advice ?? archiveAdvice(distribution);
  return advice([whose, where, rest].filter(Boolean).join(' '), vendor?.link ?? null);
}

/** Of a kernel that neither the distribution nor a known vendor builds nobody knows a package. */
function strangeKernel(absent: AbsentKernelFact, distribution: Distribution | null): string {
  const whose = distribution ? `, and its release is not of the form of ${distribution.title}'s kernels` : '';
  return `No headers of ${nameOf(absent, false)} are here${whose}: they come from whoever built it.`;
}

function nameOf({ release, origin }: AbsentKernelFact, begins = true): string {
  const name = `the ${origin === 'running' ? 'running ' : ''}kernel ${release}`;
  return begins ? name.replace(/^t/, 'T') : name;
}

function whereOf(own: readonly string[], wasAsked: boolean): string {
  if (own.length === 0) return '';
  const known = wasAsked ? "which apt's lists on this machine do not have" : 'if the archive has it';
  return `Its headers are in the package ${own.join(' or ')}, ${known}.`;
}

/** An archive drops a release soon after the next one came. */
function archiveAdvice(distribution: Distribution | null): string {
  return `${distribution?.title}'s archive keeps only the newest releases: upgrade the kernel and restart, so that the running kernel and its headers are of one release.`;
}
