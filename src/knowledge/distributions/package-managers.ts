/** The package managers that set-up runs. Only apt was tried on real systems, the others with stand-ins. */
const drivenManagers = ['apt', 'dnf', 'pacman', 'zypper', 'apk'] as const;
export type DrivenManager = (typeof drivenManagers)[number];

/** Whether set-up runs it. */
export function isDriven(manager: string | null): boolean {
  return drivenManagers.some((one) => one === manager);
}

/** The package managers that command lines tell to install packages without asking. */
export type PackageManager = DrivenManager | 'emerge';

/** What is to be installed. Names come from our tables, so that they need no quotes in a shell. */
interface Order {
  packages: readonly string[];
  /** Installed packages that must go first; only apt's are known. */
  conflicts: readonly string[];
  /** Gentoo's USE flags that the packages must be built with, by package. */
  useFlags: Readonly<Record<string, string>>;
}

/**
 * Shell lines that install packages and ask nothing. They do not replace or remove a package, save the conflicts named.
 * @param sudo goes before what needs root: `sudo `, `doas `, or nothing
 */
export function installLines(manager: PackageManager, order: Order, sudo: string): string[] {
  return lines[manager](order, sudo);
}

/** The package manager whose line this is, as `installLines` writes it; null for any other line. */
export function managerOfLine(line: string): DrivenManager | null {
  return drivenManagers.find((manager) => installing[manager].test(line)) ?? null;
}

const installing: Readonly<Record<DrivenManager, RegExp>> = {
  apt: /\bapt-get install /,
  dnf: /\bdnf install /,
  pacman: /\bpacman -S/,
  zypper: /\bzypper (?:--\S+ )*install /,
  apk: /\bapk add /,
};

/** What a person should know before running the lines, one sentence; empty where they do what one expects. */
export const installNotes: Readonly<Record<PackageManager, string>> = {
  apt: '',
  dnf: '',
  pacman: 'This brings the whole system up to date, since Arch supports no partial upgrades.',
  zypper: '',
  emerge: 'This compiles them, which takes its time.',
  apk: 'The community repository must be enabled in /etc/apk/repositories.',
};

type Lines = (order: Order, sudo: string) => string[];

const lines: Readonly<Record<PackageManager, Lines>> = {
  apt: ({ packages, conflicts }, sudo) => [
    `${sudo}apt-get update`,
    ...(conflicts.length > 0 ? [`${sudo}apt-get remove --yes ${conflicts.join(' ')}`] : []),
    `${sudo}apt-get install --yes --no-remove --no-install-recommends ${packages.join(' ')}`,
  ],
  dnf: ({ packages }, sudo) => [
    `${sudo}dnf install --assumeyes --setopt=install_weak_deps=False ${packages.join(' ')}`,
  ],
  pacman: ({ packages }, sudo) => [`${sudo}pacman -Syu --needed --noconfirm ${packages.join(' ')}`],
  zypper: ({ packages }, sudo) => [`${sudo}zypper --non-interactive install --no-recommends ${packages.join(' ')}`],
  emerge: ({ packages, useFlags }, sudo) => [
    ...packages
      .filter((name) => useFlags[name] !== undefined)
      .map((name) => `echo '${name} ${useFlags[name]}' | ${sudo}tee -a /etc/portage/package.use/kernel-rust-module`),
    `${sudo}emerge --changed-use ${packages.join(' ')}`,
  ],
  apk: ({ packages }, sudo) => [`${sudo}apk add --update-cache ${packages.join(' ')}`],
};
