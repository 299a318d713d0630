import { release as runningRelease } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { Architecture } from '../../knowledge/architectures/architecture.ts';
import { isForeign } from '../../knowledge/architectures/cross.ts';
import type { KernelTreeFact } from '../../model/facts.ts';
import { list, realPath, stat } from '../../system/files/files.ts';
import { linkTarget, placeOf } from '../../system/files/tree-path.ts';
import { ownMachine } from '../../system/own-machine.ts';
import { compareNaturally } from '../../text/natural-order.ts';
import { type BuildMeans, buildMeans } from '../build/build.ts';
import { foreignHeaders, headersIn } from '../host/foreign.ts';
import { createLimits } from '../run/limits.ts';
import { isFullSource, isPrepared } from './kernel-state.ts';
import { observeKernelTree, type Surroundings } from './kernel-tree.ts';
import { madeFor } from './made-tree.ts';
import { placeOfNamed } from './unpacked.ts';

/** Which kernel tree was named: a folder, or the release of an installed one; none where neither is given. */
export interface NamedTree {
  kdir?: string;
  kernel?: string;
}

/**
 * The named tree alone where one is named. Otherwise the running kernel's where it is there, then the installed ones
 * that modules can be built against, from newest to oldest, each once, then installed kernels whose link to their tree
 * leads nowhere, then sources where they are asked for. What set-up unpacked for another architecture counts as installed
 * where that is asked for.
 */
export function observeKernelTrees(
  named: NamedTree,
  { withSources, ...surroundings }: Surroundings & { withSources: boolean },
): KernelTreeFact[] {
  const { root, libraryPath, limits = createLimits() } = surroundings;
  const dir = namedFolder(named, surroundings);
  const means = buildMeans(root, libraryPath);
  if (dir !== null) {
    const found = observeKernelTree(dir, 'named', placeOfNamed(dir, root), surroundings, means);
    return [orMade(found, surroundings, means)];
  }

  const running = buildFolder(runningRelease(), root);
  const seen = new Set<string>([realPlace(running)]);
  const isNew = (folder: string) => {
    const real = realPlace(folder);
    return !seen.has(real) && seen.add(real);
  };
  const observed = (folder: string, origin: KernelTreeFact['origin'] = 'installed') =>
    orMade(observeKernelTree(folder, origin, placeOf(folder), surroundings, means), surroundings, means);
  const unpacked = unpackedHeaders(surroundings.arch, surroundings.cache);
  const folders = newestFirst([...installedFolders(root), ...unpacked].filter(isNew), releaseOf);
  const installed = limits.atMost(folders, mostTrees, 'kernel trees').map((folder) => observed(folder));
  const broken = installed.filter(({ state, dangling }) => state === 'missing' && dangling.length > 0);
  const sources = withSources
    ? limits
        .atMost(newestFirst(sourceFolders(root).filter(isNew), releaseOf), mostTrees, 'kernel sources')
        .map((folder) => observed(folder))
    : [];
  return [
    ...runningTree(running, () => observed(running, 'running')),
    ...newestFirst(
      installed.filter(({ state }) => isPrepared(state)),
      ({ release }) => release,
    ),
    ...newestFirst(broken.map(ofItsFolder), ({ release }) => release),
    ...newestFirst(sources, ({ version }) => version),
  ];
}

function runningTree(build: string, observed: () => KernelTreeFact): KernelTreeFact[] {
  if (stat(build) !== null) return [observed()];
  return linkTarget(build) === null ? [] : [ofItsFolder(observed())];
}

/** Of a link that leads nowhere only the folder with the kernel's modules tells which kernel it is. */
function ofItsFolder(tree: KernelTreeFact): KernelTreeFact {
  return { ...tree, release: basename(dirname(tree.dir)) };
}

/** With every link followed; a link that leads nowhere itself. */
function realPlace(folder: string): string {
  return stat(folder) === null ? join(realPath(dirname(folder)), basename(folder)) : realPath(folder);
}

/** What was found, or in its place the tree that `kdir` made for these headers: that can do all they can. One out of date cannot. */
function orMade(found: KernelTreeFact, surroundings: Surroundings, means: BuildMeans): KernelTreeFact {
  const made = found.made ?? madeFor(found, surroundings.cache);
  if (made === null || made.dir === found.dir || made.broken !== null || made.changed.length > 0)
    return { ...found, made };
  const tree = observeKernelTree(made.dir, found.origin, placeOf(made.dir), surroundings, means);
  return isPrepared(tree.state) ? tree : { ...found, made: { ...made, broken: `${made.dir} is no longer whole.` } };
}

/** Where Fedora's kernel-devel is installed. */
const fedoraSources = 'usr/src/kernels';

function namedFolder({ kdir, kernel }: NamedTree, { arch, cache, root }: Surroundings): string | null {
  if (kdir !== undefined) return resolve(kdir);
  if (kernel === undefined) return null;
  const build = buildFolder(kernel, root);
  const places = [
    build,
    headersIn(root, kernel),
    join(root, fedoraSources, kernel),
    ...unpackedHeaders(arch, cache).filter(isOf(kernel)),
  ];
  return places.find((place) => stat(place) !== null) ?? build;
}

function isOf(release: string): (headers: string) => boolean {
  return (headers) => headers.endsWith(`/linux-headers-${release}`);
}

/** What set-up unpacked for another architecture, where that is asked for. */
function unpackedHeaders(arch: Architecture, cache: string | null): string[] {
  return isForeign(arch, ownMachine()) ? foreignHeaders(arch, cache) : [];
}

/** A machine may have fifty. */
const mostTrees = 100;

/** Every distribution's, /usr/lib where it is not the same folder, and NixOS's. */
const moduleFolders = [
  'lib/modules',
  'usr/lib/modules',
  'run/booted-system/kernel-modules/lib/modules',
  'run/current-system/kernel-modules/lib/modules',
];

/** Where the release's modules are built, in the first folder of modules that has it; in the usual one where none has. */
function buildFolder(release: string, root: string): string {
  const places = moduleFolders.map((modules) => join(root, modules, release, 'build'));
  return places.find((place) => stat(place) !== null) ?? join(root, 'lib/modules', release, 'build');
}

function installedFolders(root: string): string[] {
  return [
    ...moduleFolders.flatMap((modules) => below(join(root, modules)).map((folder) => join(folder, 'build'))),
    ...below(join(root, 'usr/src'), /^linux-headers-/),
    ...below(join(root, fedoraSources)),
  ];
}

/** Full sources where distributions unpack them: /usr/src/linux (Gentoo's link), /usr/src/linux-source-6.12, /usr/src/linux-6.12.1. */
export function sourceFolders(root: string): string[] {
  return below(join(root, 'usr/src'), /^linux(-.*\d)?$/).filter((folder) => isFullSource(placeOf(folder)));
}

function below(folder: string, names = /./): string[] {
  return (list(folder) ?? []).filter((name) => names.test(name)).map((name) => join(folder, name));
}

/** The release that a folder's name holds: /lib/modules/RELEASE/build, /usr/src/linux-headers-RELEASE. */
function releaseOf(folder: string): string {
  return basename(folder.replace(/\/build$/, '')).replace(/^linux-(headers-)?/, '');
}

function newestFirst<T>(trees: T[], version: (tree: T) => string | null): T[] {
  return trees.sort((a, b) => compareNaturally(version(b) ?? '', version(a) ?? ''));
}
