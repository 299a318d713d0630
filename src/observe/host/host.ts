import { constants } from 'node:fs';
import { release } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { HostFact } from '../../model/facts.ts';
import { permits, stat } from '../../system/files/files.ts';
import { ownMachine } from '../../system/own-machine.ts';
import type { ProgramPath } from '../run/path.ts';
import { observeCache } from './cache.ts';
import { findContainer } from './container.ts';
import { observeLoading } from './loading.ts';
import { readDistribution } from './os-release.ts';
import { installedPackages } from './packages.ts';

/**
 * What this machine is and who we are on it. Runs nothing.
 * @param packages the distribution packages whose presence is asked
 * @param debianArch Debian's name of the architecture, `amd64`
 * @param root the folder taken for `/`
 */
export function observeHost(
  env: NodeJS.ProcessEnv,
  path: ProgramPath,
  packages: readonly string[],
  debianArch: string,
  root: string,
): HostFact {
  const sudo = ['sudo', 'doas'].map(path.first).find((program) => program?.executable);
  return {
    machine: ownMachine(),
    kernelRelease: release(),
    distribution: readDistribution(root),
    container: findContainer(env, root),
    user: { root: process.geteuid?.() === 0, sudo: sudo?.path ?? null },
    temporary: [...(env.TMPDIR ? [env.TMPDIR] : []), join(root, 'tmp')].map(observeTemporary),
    loading: observeLoading(root),
    packages: installedPackages(packages, debianArch, root),
    cache: observeCache(env),
  };
}

/** Kbuild changes the folder, so a relative path names another one there. */
function observeTemporary(dir: string): { dir: string; usable: boolean } {
  const usable = isAbsolute(dir) && stat(dir)?.isDirectory() === true && permits(dir, constants.W_OK | constants.X_OK);
  return { dir, usable };
}
