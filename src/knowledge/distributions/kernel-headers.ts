import type { Architecture } from '../architectures/architecture.ts';
import type { Distribution } from './distribution.ts';
import { vendorOf } from './kernel-vendors.ts';

/** The packages that may bring kernel headers where a kernel has none. */
export interface HeadersPackages {
  /** With the headers of exactly that kernel, the likeliest first. */
  own: string[];
  /** With those of another kernel, the nearest first. */
  instead: string[];
}

/** What a release may be: it becomes part of a package's name, and of paths. */
export function isRelease(word: string): boolean {
  return /^\d+\.\d+[\w.+~-]*$/.test(word);
}

/** The packages to look for, for a kernel of this release on this distribution. */
export function headersPackages(
  release: string,
  distribution: Distribution | null,
  { name }: Pick<Architecture, 'name'>,
): HeadersPackages {
  const usual = distribution?.headers[name];
  const vendor = isRelease(release) ? vendorOf(release) : null;
  const instead = [vendor?.newest(release), variantOf(release, usual), usual].filter((one) => one != null);
  return {
    own: isRelease(release) ? (vendor?.own(release) ?? ownPackages(release, distribution)).filter(isPackageName) : [],
    instead: [...new Set(instead)].filter(isPackageName),
  };
}

/** Debian Policy 5.6.7; others allow capitals, too, and no kernel of theirs has them. */
function isPackageName(name: string): boolean {
  return /^[a-z0-9][a-z0-9+.-]+$/.test(name);
}

/** By the distribution's own rule. Without one, Debian's: its derivatives follow it. */
function ownPackages(release: string, distribution: Distribution | null): string[] {
  const { ownHeaders = (one: string) => [`linux-headers-${one}`] } = distribution ?? {};
  return ownHeaders(release);
}

/** Of a Debian kernel of another variant, `cloud-amd64` or `rt-amd64`, the package that leads to that variant's newest headers. */
function variantOf(release: string, usual: string | undefined): string | null {
  const variant = /^linux-headers-(.+)$/.exec(usual ?? '')?.[1];
  const prefix = variant === undefined ? undefined : /-(cloud|rt)-([a-z0-9-]+)$/.exec(release);
  return prefix?.[2] === variant && prefix ? `linux-headers-${prefix[1]}-${variant}` : null;
}
