import { execa } from 'execa';
import { Failure } from '../model/failure.ts';
import { runAsShown } from './run-as-shown.ts';

/** Seconds to wait for another package manager to finish, such as the unattended upgrades after a machine's start. */
const lockSeconds = 600;
const env = { LC_ALL: 'C' };

/** What apt says an installation would do. */
export interface Preview {
  installs: string[];
  removes: string[];
  downloadBytes: number;
}

export const updateArgv: readonly string[] = ['apt-get', 'update'];

/** Never removes anything, asks nothing, adds nothing that is only recommended. */
export function installArgv(packages: string[]): string[] {
  const options = ['--yes', '--no-remove', '--no-install-recommends', '-o', `DPkg::Lock::Timeout=${lockSeconds}`];
  return ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', ...options, ...packages];
}

/**
 * Asks apt what installing would do. Changes nothing and needs no rights.
 * @returns null when apt does not know the packages: its lists are missing or old.
 */
export async function previewInstall(packages: string[]): Promise<Preview | null> {
  const options = ['install', '--no-install-recommends', ...packages];
  const [simulation, uris] = await Promise.all([
    execa('apt-get', ['--simulate', ...options], { env, reject: false, stdin: 'ignore' }),
    execa('apt-get', ['--print-uris', '--yes', '-qq', ...options], { env, reject: false, stdin: 'ignore' }),
  ]);
  return simulation.exitCode === 0 ? parsePreview(simulation.stdout, uris.stdout) : null;
}

/** Reads `apt-get --simulate` (lines `Inst gcc-12 (…)`, `Remv rustc [1.63]`) and `apt-get --print-uris` (lines `'URI' FILE SIZE HASH`). */
export function parsePreview(simulation: string, uris: string): Preview {
  const packagesAfter = (word: string) =>
    [...simulation.matchAll(new RegExp(`^${word} (\\S+)`, 'gm'))].map(([, name = '']) => name);
  return {
    installs: packagesAfter('Inst'),
    removes: packagesAfter('Remv'),
    downloadBytes: [...uris.matchAll(/^'[^']*' \S+ (\d+)/gm)].reduce((sum, [, size]) => sum + Number(size), 0),
  };
}

/**
 * Brings apt's lists up to date.
 * @throws Failure when that did not work.
 */
export async function updateLists(asRoot: string[]): Promise<void> {
  await retryWhileLocked(() => runAsShown([...asRoot, ...updateArgv]));
}

/**
 * Installs packages; apt's own output goes to stderr.
 * @throws Failure when that did not work.
 */
export async function install(asRoot: string[], packages: string[]): Promise<void> {
  await runAsShown([...asRoot, ...installArgv(packages)]);
}

/**
 * Which release the headers of a meta package have: `6.1.0-56-amd64` for `linux-headers-amd64`.
 * @returns null when apt does not say.
 */
export async function headersRelease(metaPackage: string): Promise<string | null> {
  const { stdout } = await execa('apt-cache', ['depends', '--important', metaPackage], { env, reject: false });
  return /Depends: linux-headers-(\d\S*)/.exec(stdout)?.[1] ?? null;
}

/** Whether the archive has a package of this very name. */
export async function archiveHas(packageName: string): Promise<boolean> {
  const { stdout } = await execa('apt-cache', ['policy', packageName], { env, reject: false });
  return /Candidate: (?!\(none\))/.test(stdout);
}

/** `apt-get update` gives up at once when another one holds the lists: apt's own lock timeout covers dpkg alone. */
async function retryWhileLocked(action: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + lockSeconds * 1000;
  for (;;) {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof Failure && /Could not get lock/.test(error.message)) || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
  }
}
