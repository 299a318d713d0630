import { release as runningRelease } from 'node:os';
import { join, resolve } from 'node:path';
import type { KernelTreeFact } from '../facts.ts';
import { list, realPath, stat } from './files.ts';
import { treeState } from './kernel-state.ts';
import { observeKernelTree, readRelease } from './kernel-tree.ts';
import { compareNaturally } from './natural-order.ts';

/** Which kernel tree was named: a folder, or the release of an installed one; none where neither is given. */
export interface NamedTree {
  kdir?: string;
  kernel?: string;
}

/**
 * The named tree alone where one is named. Otherwise the running kernel's where it is there, then the installed ones
 * that modules can be built against, from newest to oldest, each once.
 * @param cache our cache folder
 * @param root the folder taken for `/`
 */
export function observeKernelTrees(named: NamedTree, cache: string | null, root: string): KernelTreeFact[] {
  const dir = namedFolder(named, root);
  if (dir !== null) return [observeKernelTree(dir, 'named', cache, root)];

  const running = buildFolder(runningRelease(), root);
  const seen = new Set<string>([realPath(running)]);
  const installed = installedFolders(root).filter((folder) => {
    const real = realPath(folder);
    return !seen.has(real) && seen.add(real) && ['headers', 'source'].includes(treeState(folder));
  });
  const newestFirst = installed
    .map((folder) => ({ folder, release: readRelease(folder) ?? '' }))
    .sort((a, b) => compareNaturally(b.release, a.release));
  return [
    ...(stat(running) === null ? [] : [observeKernelTree(running, 'running', cache, root)]),
    ...newestFirst.map(({ folder }) => observeKernelTree(folder, 'installed', cache, root)),
  ];
}

function namedFolder({ kdir, kernel }: NamedTree, root: string): string | null {
  if (kdir !== undefined) return resolve(kdir);
  if (kernel === undefined) return null;
  const build = buildFolder(kernel, root);
  const headers = join(root, 'usr/src', `linux-headers-${kernel}`);
  return stat(build) === null && stat(headers) !== null ? headers : build;
}

function buildFolder(release: string, root: string): string {
  return join(root, 'lib/modules', release, 'build');
}

function installedFolders(root: string): string[] {
  const sources = join(root, 'usr/src');
  return [
    ...(list(join(root, 'lib/modules')) ?? []).map((release) => buildFolder(release, root)),
    ...(list(sources) ?? []).filter((name) => name.startsWith('linux-headers-')).map((name) => join(sources, name)),
  ];
}
