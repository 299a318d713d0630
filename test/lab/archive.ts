import { execa } from 'execa';

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
