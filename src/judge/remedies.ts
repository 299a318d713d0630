import type { Remedy } from '../assessment.ts';
import type { HostFact } from '../facts.ts';
import { conflictsOf } from '../knowledge/conflicts.ts';
import type { Distribution } from '../knowledge/distribution.ts';

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
  return installPackages(names, distribution, host);
}

/** One remedy that installs packages, each once; with the removal of what conflicts with them in front, for a person to weigh. */
function installPackages(names: string[], distribution: Distribution, host: HostFact): Remedy {
  const packages = [...new Set(names)];
  const conflicts = conflictsOf(distribution, packages, host.packages);
  const aptGet = !host.user.root && host.user.sudo !== null ? 'sudo apt-get' : 'apt-get';
  const removal = conflicts.length > 0 ? [`${aptGet} remove --yes ${conflicts.join(' ')}`] : [];
  return {
    commands: [
      `${aptGet} update`,
      ...removal,
      `${aptGet} install --yes --no-remove --no-install-recommends ${packages.join(' ')}`,
    ],
    text:
      conflicts.length > 0
        ? `${describeInstall(packages, host)} ${describeConflict(conflicts)}`
        : describeInstall(packages, host),
    link: null,
    packages,
  };
}

function describeInstall(packages: string[], { user }: HostFact): string {
  const who = user.root || user.sudo !== null ? 'Install' : 'As root, install';
  return `${who} ${packages.join(', ')} from the distribution's archive.`;
}

function describeConflict(conflicts: string[]): string {
  return `${conflicts.join(', ')} cannot stay installed beside them: the commands first remove ${conflicts.length > 1 ? 'these' : 'it'} and whatever depends on ${conflicts.length > 1 ? 'them' : 'it'}. Run them only if you can do without.`;
}

/** Remedies of several findings as few: one for all packages, where the first of them stood; the others once each. */
export function mergeRemedies(remedies: Remedy[], distribution: Distribution | null, host: HostFact): Remedy[] {
  const packages = remedies.flatMap((remedy) => remedy.packages);
  const first = remedies.findIndex((remedy) => remedy.packages.length > 0);
  const merged = remedies.flatMap((remedy, index) => {
    if (remedy.packages.length === 0 || distribution === null) return [remedy];
    return index === first ? [installPackages(packages, distribution, host)] : [];
  });
  return merged.filter((remedy, index) => merged.findIndex(({ text }) => text === remedy.text) === index);
}
