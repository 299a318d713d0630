import { userInfo } from 'node:os';
import which from 'which';
import { Failure } from '../failure.ts';
import { install, installArgv, type Preview, previewInstall, updateArgv, updateLists } from './apt.ts';
import type { Plan } from './plan.ts';

/** The command that lets an ordinary user run another one as root: none for root itself, otherwise sudo; null where there is neither. */
export async function rootPrefix(): Promise<string[] | null> {
  if (userInfo().uid === 0) return [];
  const sudo = await which('sudo', { nothrow: true });
  return sudo ? ['sudo'] : null;
}

/** Exactly what `installPackages` runs, as lines for a shell. Package names need no quotes: they come from our tables. */
export function installCommands(asRoot: string[], packages: string[]): string[] {
  return [updateArgv, installArgv(packages)].map((argv) => [...asRoot, ...argv].join(' '));
}

/** Everything that a plan comes to, as lines for a shell, whoever is to run them. */
export function planCommands({ packages, foreign, kdir, byHand }: Plan, asRoot: string[]): string[] {
  const install = packages.length > 0 ? installCommands(asRoot, packages) : [];
  return [...install, ...byHand, ...(foreign?.commands ?? []), ...(kdir?.commands ?? [])];
}

/**
 * Installs packages from the distribution's archive.
 * @param say is told what is about to be installed and how much that downloads.
 * @throws Failure where apt does not know a package, would have to remove another one, or fails.
 */
export async function installPackages(
  asRoot: string[],
  packages: string[],
  say: (text: string) => void,
): Promise<void> {
  await updateLists(asRoot);
  const preview = await previewInstall(packages);
  if (!preview) {
    throw new Failure(
      'setup.unknown-package',
      `The archive does not have all of: ${packages.join(' ')}. apt-get install --simulate ${packages.join(' ')} says which is missing.`,
    );
  }
  refuseRemovals(packages, preview);
  say(describePreview(preview));
  await install(asRoot, packages);
}

/** One line: how many packages, how much to download. */
export function describePreview({ installs, downloadBytes }: Preview): string {
  const megabytes = Math.ceil(downloadBytes / 1e6);
  const count = installs.length === 1 ? '1 package' : `${installs.length} packages`;
  return `${count} to install, ${megabytes} MB to download: ${installs.join(' ')}`;
}

/** rustc-web stands in for rustc, so Debian lets only one of them be installed. Removing somebody's compiler is for that somebody to do. */
function refuseRemovals(packages: string[], { removes }: Preview): void {
  if (removes.length === 0) return;
  throw new Failure(
    'setup.conflict',
    `Installing ${packages.join(' ')} would remove ${removes.join(' ')}, which conflict with them, and this command never removes a package. If you can do without them, run this and try again:
  apt-get remove ${removes.join(' ')}
Otherwise name another rustc that has its library source in RUSTC.`,
  );
}
