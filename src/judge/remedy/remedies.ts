import { basename } from 'node:path/posix';
import { conflictsOf } from '../../knowledge/distributions/conflicts.ts';
import type { Distribution } from '../../knowledge/distributions/distribution.ts';
import {
  type DrivenManager,
  installLines,
  installNotes,
  managerOfLine,
  type PackageManager,
} from '../../knowledge/distributions/package-managers.ts';
import type { Remedy } from '../../model/assessment.ts';
import type { HostFact } from '../../model/facts.ts';

/** A remedy that only a person can carry out. */
export function advice(text: string, link: string | null = null): Remedy {
  return { commands: [], text, link, packages: [] };
}

/**
 * The way to get something from the distribution's packages, as one remedy.
 * Without commands where they would not help: the package names are not known, or all of them are installed already.
 * @param what the packages bring, for people: `QEMU`
 */
export function install(
  what: string,
  packages: readonly (string | undefined)[],
  distribution: Distribution | null,
  host: HostFact,
): Remedy {
  const names = packages.filter((name) => name !== undefined);
  if (distribution === null || names.length === 0 || names.length < packages.length) {
    return advice(`Install ${what}; which packages hold it on this distribution is not known here.`);
  }
  if (names.every((name) => host.packages.includes(name))) {
    return advice(
      `Package ${names.join(', ')} is installed, yet ${what} was not found where it belongs: reinstall it, or look at PATH.`,
    );
  }
  return bringPackages(names, distribution, host);
}

/** Packages, each once. One that is asked for from a suite, `linux-headers-amd64/trixie-backports`, stands for the plain name, too. */
export function eachOnce(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => !names.some((other) => other.startsWith(`${name}/`)));
}

/** One remedy for packages, each once: commands where they help for good, otherwise the names and what a person can do with them. */
function bringPackages(names: readonly string[], distribution: Distribution, host: HostFact): Remedy {
  const packages = eachOnce(names);
  const { manager, title } = distribution;
  const list = packages.join(' ');
  switch (manager) {
    case null:
      return {
        ...advice(`Install what ${title} has in these packages, whose names may differ on this system: ${list}.`),
        packages,
      };
    case 'nix-shell':
      return { ...advice(`Open a shell that has them, and look again there: nix-shell --packages ${list}.`), packages };
    default:
      return installPackages(packages, manager, distribution, host);
  }
}

/** With the removal of what conflicts with the packages in front, for a person to weigh. */
function installPackages(
  packages: string[],
  manager: PackageManager,
  distribution: Distribution,
  host: HostFact,
): Remedy {
  const conflicts = conflictsOf(distribution, packages, host.packages);
  const { useFlags = {} } = distribution;
  const text = [describeInstall(packages, host), describeConflict(conflicts), installNotes[manager]];
  return {
    commands: installLines(manager, { packages, conflicts, useFlags }, rootWord(host)),
    text: text.filter(Boolean).join(' '),
    link: null,
    packages,
  };
}

/** What stands before a command that needs root, with a space behind it; nothing for root, or if there is no such program. */
export function rootWord({ user }: HostFact): string {
  return !user.root && user.sudo !== null ? `${basename(user.sudo)} ` : '';
}

function describeInstall(packages: string[], { user }: HostFact): string {
  const who = user.root || user.sudo !== null ? 'Install' : 'As root, install';
  return `${who} ${packages.join(', ')} from the distribution's archive.`;
}

function describeConflict(conflicts: string[]): string {
  if (conflicts.length === 0) return '';
  return `${conflicts.join(', ')} cannot stay installed beside them: the commands first remove ${conflicts.length > 1 ? 'these' : 'it'} and whatever depends on ${conflicts.length > 1 ? 'them' : 'it'}. Run them only if you can do without.`;
}

/** The package manager that `setup` runs for a remedy; null if it is not for one of those that it drives. */
export function managerOf({ commands }: Remedy): DrivenManager | null {
  return commands.map(managerOfLine).find((manager) => manager !== null) ?? null;
}

/** Whether `setup` installs the packages of a remedy. */
export function isForManager(remedy: Remedy): boolean {
  return managerOf(remedy) !== null;
}

/** Whether it is our own command that makes a kernel tree: `setup` carries that out, too. */
export function isForKdir({ commands }: Remedy): boolean {
  return commands.some((line) => line.startsWith('kernel-rust-module kdir '));
}

/** Whether it is our own command that unpacks what belongs to another architecture: `setup` does that by itself. */
export function isForForeign({ commands }: Remedy): boolean {
  return commands.some((line) => line.startsWith('kernel-rust-module setup --arch '));
}

/** When a remedy's turn comes: apt's sources before packages, our own commands last, since they need all the rest. */
export function turnOf(remedy: Remedy): number {
  if (remedy.source) return -1;
  if (isForKdir(remedy)) return 2;
  return isForForeign(remedy) ? 1 : 0;
}

/** Remedies of several findings as few: one for all packages, where the first of them stood; the others once each, by their turn. */
export function mergeRemedies(remedies: Remedy[], distribution: Distribution | null, host: HostFact): Remedy[] {
  const packages = remedies.flatMap((remedy) => remedy.packages);
  const first = remedies.findIndex((remedy) => remedy.packages.length > 0);
  const merged = remedies.flatMap((remedy, index) => {
    if (remedy.packages.length === 0 || distribution === null) return [remedy];
    return index === first ? [bringPackages(packages, distribution, host)] : [];
  });
  const once = merged.filter((remedy, index) => merged.findIndex(({ text }) => text === remedy.text) === index);
  return once.toSorted((a, b) => turnOf(a) - turnOf(b));
}
