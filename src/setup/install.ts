import { userInfo } from 'node:os';
import which from 'which';
import { type DrivenManager, installLines } from '../knowledge/distributions/package-managers.ts';
import type { Remedy } from '../model/assessment.ts';
import { Failure } from '../model/failure.ts';
import { install, installArgv, type Preview, previewInstall, updateArgv, updateLists } from './apt.ts';
import type { Plan } from './plan.ts';
import { runAsShown } from './run-as-shown.ts';

/** What runs another command as root: nothing for root itself, otherwise sudo or doas; null if none of them is installed. */
export async function rootPrefix(): Promise<string[] | null> {
  if (userInfo().uid === 0) return [];
  for (const name of ['sudo', 'doas']) if (await which(name, { nothrow: true })) return [name];
  return null;
}

/** Exactly what `installPackages` runs, as lines for a shell. Package names need no quotes: they come from our tables. */
export function installCommands(asRoot: string[], manager: DrivenManager, packages: string[]): string[] {
  const commands =
    manager === 'apt'
      ? [updateArgv, installArgv(packages)].map((argv) => argv.join(' '))
      : installLines(manager, { packages, conflicts: [], useFlags: {} }, '');
  return commands.map((line) => [...asRoot, line].join(' '));
}

/** Everything that a plan comes to, as lines for a shell, whoever is to run them. */
export function planCommands({ source, manager, packages, foreign, kdir, byHand }: Plan, asRoot: string[]): string[] {
  const install = manager === null ? [] : installCommands(asRoot, manager, packages);
  return [...(source?.commands ?? []), ...install, ...byHand, ...(foreign?.commands ?? []), ...(kdir?.commands ?? [])];
}

/**
 * Installs packages from the distribution's archive.
 * @param say is told what is about to be installed and how much that downloads.
 * @throws Failure if the package manager does not know a package, would have to remove another one, or fails.
 */
export async function installPackages(
  asRoot: string[],
  manager: DrivenManager,
  packages: string[],
  say: (text: string) => void,
): Promise<void> {
  if (manager === 'apt') return installByApt(asRoot, packages, say);
  // The very lines that were shown: names from our tables, without quotes.
  for (const line of installCommands(asRoot, manager, packages)) await runAsShown(line.split(' '));
}

/** Writes what a remedy adds to apt's sources: the text that was shown, by the programs that were shown. */
export async function addSource(asRoot: string[], { file, text }: NonNullable<Remedy['source']>): Promise<void> {
  await runAsShown([...asRoot, 'tee', file], text);
  await runAsShown([...asRoot, 'chmod', '644', file]);
}

/** Said before the packages are installed: what was never tried on a real system must not look as if it had been. */
export function untested(manager: DrivenManager): string | null {
  if (manager === 'apt') return null;
  return `Set-up with ${manager} was tested with stand-ins, not on a real system. Read the commands before you agree, and please report what goes wrong.`;
}

async function installByApt(asRoot: string[], packages: string[], say: (text: string) => void): Promise<void> {
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
