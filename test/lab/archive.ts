import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { cacheFolder } from './folders.ts';

export type Suite = 'bookworm' | 'trixie' | 'sid';

/** Debian's package archive as this machine's own apt is set up to reach it. */
interface Archive {
  main: string;
  security: string;
}

/**
 * Asks apt rather than naming a mirror, so that the lab runs wherever apt does.
 * @param codename this machine's release, `bookworm`.
 * @throws Error where apt has no main or no security archive of that release.
 */
async function findArchive(codename: string): Promise<Archive> {
  const { stdout } = await execa('apt-get', ['indextargets', '--format', '$(RELEASE) $(SITE)', 'Created-By: Packages']);
  const sites = new Map(stdout.split('\n').map((line) => line.split(' ') as [string, string]));
  const main = sites.get(codename);
  const security = sites.get(`${codename}-security`);
  if (!main || !security) throw new Error(`apt knows no archive of ${codename} and ${codename}-security here.`);
  return { main, security };
}

/**
 * Lines for a sources.list of `suite`; `backports` adds that suite's backports, from which apt takes a package only when
 * asked. sid alone has neither updates nor security.
 */
export async function sourcesList(codename: string, suite: Suite, backports: boolean): Promise<string[]> {
  const { main, security } = await findArchive(codename);
  if (suite === 'sid') return [`deb ${main} sid main`];
  const suites = [suite, `${suite}-updates`, ...(backports ? [`${suite}-backports`] : [])];
  return [...suites.map((name) => `deb ${main} ${name} main`), `deb ${security} ${suite}-security main`];
}

/** This machine's own settings for reaching an archive (proxies, a frozen archive's dates), as apt.conf lines. */
export async function aptSettings(): Promise<string[]> {
  const { stdout } = await execa('apt-config', ['dump', 'Acquire']);
  return stdout.split('\n').filter((line) => /^Acquire::(Check-[\w-]+|https?::(Proxy|CaInfo)) "[^"]/.test(line));
}

const archives = 'var/cache/apt/archives';

/** Gives a root the packages that others have downloaded: apt takes those that are the very ones it wants. */
export async function lendDownloads(folder: string): Promise<void> {
  await mkdir(downloads(), { recursive: true });
  await mkdir(join(folder, archives), { recursive: true });
  await link(downloads(), join(folder, archives));
}

/** Keeps what apt downloaded in a root for the next one. */
export async function keepDownloads(folder: string): Promise<void> {
  await link(join(folder, archives), downloads());
}

/** The files are never written to again, so both folders may hold the same ones. */
async function link(from: string, to: string): Promise<void> {
  await execa('find', [
    from,
    '-maxdepth',
    '1',
    '-name',
    '*.deb',
    '-exec',
    'ln',
    '--force',
    '--target-directory',
    to,
    '{}',
    '+',
  ]);
}

function downloads(): string {
  return join(cacheFolder(), 'downloads');
}
