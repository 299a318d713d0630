import { join } from 'node:path';
import { execa } from 'execa';
import { Failure } from '../../model/failure.ts';
import { isFile, readText } from '../../system/files/files.ts';
import type { ChosenKernel, Means } from '../choose.ts';

/** The source of the very kernel that some headers belong to. */
export interface KernelSource {
  /** `linux-source-7.3`. */
  package: string;
  /** The package's version, which is the headers' too: Debian builds both from one source at once. */
  version: string;
  /** The installed archive; null where the package has to be downloaded. */
  archive: string | null;
  /** Bytes to download; 0 where it is installed. */
  downloadBytes: number;
}

type KnownMeans = Pick<Means, 'sourcePackage' | 'architecture' | 'cross'>;

/**
 * Finds the package with a kernel's source, installed or in the archive, of exactly the version of the headers' package.
 * Asks dpkg's and apt's own lists only, no network.
 * @throws Failure where the headers are no package's, or only another version of the source is to be had.
 */
export async function findSource({ headers, release }: ChosenKernel, means: KnownMeans): Promise<KernelSource> {
  const { sourcePackage: name } = means;
  const version = await versionOfHeaders(headers);
  const archive = `/usr/src/${name}.tar.xz`;
  if ((await installedVersion(name)) === version && isFile(archive)) {
    return { package: name, version, archive, downloadBytes: 0 };
  }
  const downloadBytes = await downloadSize(name, version);
  if (downloadBytes === null) throw await notToBeHad(version, { headers, release }, means);
  return { package: name, version, archive: null, downloadBytes };
}

async function versionOfHeaders(headers: string): Promise<string> {
  const { stdout } = await ask(['dpkg-query', '--search', join(headers, '.config')]);
  // `linux-headers-7.3.4+deb13-amd64: /usr/src/…/.config`; a package of a foreign architecture has that behind its name, too.
  const name = /^(\S+): /m.exec(stdout)?.[1];
  const version = name ? await installedVersion(name) : versionInside(headers);
  if (version) return version;
  throw new Failure(
    'kdir.headers',
    `No package brought the headers in ${headers}, so which source they belong to cannot be told: install their linux-headers package with apt.`,
  );
}

/**
 * Which version of the source headers say they are of that no package owns, such as those that set-up unpacks for other
 * architectures: Debian builds its own into each kernel, `#1 SMP PREEMPT Debian 7.2.13-1 (2026-10-28)`, as uname -v shows.
 * Source: `include/generated/utsversion.h` of the headers, 6.1 to 7.3.
 */
function versionInside(headers: string): string | null {
  const text = readText(join(headers, 'include/generated/utsversion.h')) ?? '';
  return /^#define UTS_VERSION ".* Debian (\d[\w.+~:-]*) \([\d-]+\)"$/m.exec(text)?.[1] ?? null;
}

async function installedVersion(name: string): Promise<string | null> {
  const { stdout } = await ask(['dpkg-query', '--status', name]);
  const isInstalled = /^Status: \S+ \S+ installed$/m.test(stdout);
  return isInstalled ? (/^Version: (\S+)$/m.exec(stdout)?.[1] ?? null) : null;
}

/** Bytes; null where apt knows no such version. */
async function downloadSize(name: string, version: string): Promise<number | null> {
  const { stdout } = await ask(['apt-get', 'download', '--print-uris', '-qq', `${name}=${version}`]);
  const size = /^'[^']*' \S+ (\d+)/m.exec(stdout)?.[1];
  return size === undefined ? null : Number(size);
}

async function notToBeHad(
  version: string,
  { headers, release }: ChosenKernel,
  { sourcePackage: name, architecture, cross }: KnownMeans,
): Promise<Failure> {
  // Lines `linux-source-7.3 | 7.3.4-1~bpo13+1 | http://… trixie-backports/main amd64 Packages`.
  const { stdout } = await ask(['apt-cache', 'madison', name]);
  const others = [...new Set([...stdout.matchAll(/^[^|\n]*\| *([^\s|]+) *\|/gm)].map(([, other = '']) => other))];
  const update =
    cross.length > 0
      ? `, or its kernels for ${architecture} lag behind: remove ${headers}, and bring newer ones with kernel-rust-module setup --arch ${architecture}, once both are of one version`
      : ': update the kernel and its headers, then make the tree of the new one';
  const there = others.length === 0 ? `no ${name} at all` : `${name} ${others.join(', ')}`;
  return new Failure(
    'kdir.no-source',
    `The tree needs ${name} ${version}, the source of the headers of ${release}, and apt's lists have ${there}. Nothing was changed.
If the lists are old: apt-get update
If the archive has moved on${update}; or install ${name}_${version}_all.deb from https://snapshot.debian.org/package/linux/, then run this again.`,
  );
}

/** dpkg and apt read their own lists, in less than a second. Milliseconds. */
const answerTimeout = 30_000;

/** Answers in English; nothing is thrown for a failure, whose answer is empty. */
async function ask([file = '', ...args]: string[]): Promise<{ stdout: string }> {
  const { stdout } = await execa(file, args, {
    env: { LC_ALL: 'C' },
    reject: false,
    stdin: 'ignore',
    timeout: answerTimeout,
    forceKillAfterDelay: 500,
  });
  return { stdout: stdout ?? '' };
}
