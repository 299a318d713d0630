import { findArchitecture } from '../../knowledge/architectures/architectures.ts';
import type { Distribution } from '../../knowledge/distributions/distribution.ts';
import {
  expectedSourcePackage,
  kdirPackages,
  kernelSourcePackage,
} from '../../knowledge/distributions/kdir-packages.ts';
import type { Remedy } from '../../model/assessment.ts';
import type { BindgenFact, Facts, KernelTreeFact } from '../../model/facts.ts';
import type { Target } from '../context.ts';
import { bringForeign, isForeignTarget } from '../foreign.ts';
import type { JudgedKernel } from '../tree/kernel.ts';
import { advice, install } from './remedies.ts';

/**
 * What leads to a kernel's Rust metadata where no package holds it and `kdir` can make it: what that lacks, then the command.
 * Of another architecture the headers may still be to come, since set-up unpacks them by itself.
 * @param source the package with its source, if its headers are still to come
 * @returns null for a kernel that `kdir` cannot serve: one that is not the distribution's own, or of an architecture that it is not made for on this machine
 */
export function byKdir(
  kernel: JudgedKernel,
  facts: Facts,
  target: Target,
  source = sourceOf(kernel, facts, target),
): Remedy[] | null {
  const { distribution } = target;
  if (!distribution || !source) return null;
  const wanted = [rustOf(kernel, facts, target, distribution), bindgenOf(kernel, facts, target, distribution)];
  const beyondPackages = wanted.find(isAdvice);
  if (beyondPackages) return [beyondPackages];
  const others = kdirPackages(distribution, kernel.compiler.name);
  const packages = [
    ...wanted.flatMap((lack) => (isAdvice(lack) ? [] : lack)),
    ...others.filter((name) => isMissing(name, facts)),
  ];
  return [
    ...(packages.length > 0 ? [install('what kdir takes', packages, distribution, facts.host)] : []),
    runKdir(kernel, source, facts, target),
  ];
}

/** The package with the source that `kdir` would start from; null where it cannot. */
function sourceOf({ tree, rust, release }: JudgedKernel, facts: Facts, target: Target): string | null {
  const { distribution, architecture } = target;
  if (distribution === null) return null;
  const isBrought = isForeignTarget(target, facts) && bringForeign(target, facts) !== null;
  if (tree === null) return isBrought && rust ? expectedSourcePackage(distribution) : null;
  const isNative = findArchitecture(facts.host.machine)?.name === architecture.name;
  const isHere = tree.state === 'headers' && tree.unpackedIn === null;
  return isHere && (isNative || isBrought) ? kernelSourcePackage(distribution, release) : null;
}

function isMissing(name: string | undefined, { host }: Facts): boolean {
  return name === undefined || !host.packages.includes(name);
}

/** How `kdir` is told to make the tree of a release, or of the newest headers where none are here yet. */
export function kdirCommand(release: string | null, facts: Facts, target: Pick<Target, 'architecture'>): string {
  const words = [
    'kernel-rust-module kdir',
    ...(isForeignTarget(target, facts) ? ['--arch', target.architecture.name] : []),
    ...(release === null ? [] : ['--kernel', release]),
    '--yes',
  ];
  return words.join(' ');
}

function runKdir({ release, title, tree }: JudgedKernel, source: string, facts: Facts, target: Target): Remedy {
  return {
    commands: [kdirCommand(tree && release, facts, target)],
    text: `Make a kernel tree with the Rust metadata of ${tree === null ? title : release}, from the source package of that very kernel, ${source}, in your own cache and without root: some minutes, up to 170 MB to download, 1 GB of disk meanwhile and 220 MB afterwards.`,
    link: null,
    packages: [],
  };
}

/** The bindgen that makes the very bindings of a kernel: the first of the version that its configuration names; null where there is none. */
export function bindgenFor({ config }: KernelTreeFact, { bindgens, environment }: Facts): BindgenFact | null {
  const wanted = bindgenVersion(config);
  // make follows BINDGEN, right or wrong.
  const candidates = environment.BINDGEN === undefined ? bindgens : bindgens.slice(0, 1);
  return candidates.find(({ outcome, version }) => outcome === 'ok' && (wanted === null || version === wanted)) ?? null;
}

/** Of CONFIG_BINDGEN_VERSION_TEXT, `bindgen 0.71.1`, which every kernel with Rust has (init/Kconfig); null where it does not say. */
function bindgenVersion(config: KernelTreeFact['config']): string | null {
  return /\d+(\.\d+)+/.exec(config.CONFIG_BINDGEN_VERSION_TEXT ?? '')?.[0] ?? null;
}

/**
 * Whether a kernel is taken to be built by the rustc and bindgen that its distribution has now: if it is the distribution's
 * own, in a release whose versions move on and are in no table. If the archive moved on since, the next look says so.
 */
export function isOfArchive(kernel: JudgedKernel, facts: Facts, target: Target): boolean {
  const isOwn = sourceOf(kernel, facts, target) !== null;
  return isOwn && target.distribution?.rust?.line === null;
}

/** Packages that bring what is missing, or what only a person can do about it. */
type Lack = string[] | Remedy;

function isAdvice(lack: Lack): lack is Remedy {
  return !Array.isArray(lack);
}

/** Which rustc it must be is `rustc.identity`'s to say; here is asked for the source of its library, from which core is compiled. */
function rustOf(kernel: JudgedKernel, facts: Facts, target: Target, { rust }: Distribution): Lack {
  // Of another kernel than the one judged, which has chosen none, it is known by its version line.
  const own = target.toolchains.find(({ chosenFor, version }) =>
    kernel === target.kernel ? chosenFor.includes('rust-for-linux') : version === kernel.rustcLine,
  );
  if (own === undefined && rust !== null && isOfArchive(kernel, facts, target)) {
    return rust.packages.filter((name) => isMissing(name, facts));
  }
  // Both at once: a rustc without its source would only be the next thing to fail.
  if (own === undefined) return rust?.line === kernel.rustcLine ? rust.packages : [];
  if (own.librarySource !== null) return [];
  const [, source] = rust?.packages ?? [];
  if (own.rustc === rust?.rustc && source !== undefined && isMissing(source, facts)) return [source];
  return advice(`Install the library source of ${own.rustc}, which kdir compiles core from, where that looks for it.`);
}

function bindgenOf(
  kernel: JudgedKernel,
  facts: Facts,
  target: Target,
  { bindgen, versions, title }: Distribution,
): Lack {
  const { tree } = kernel;
  const [first] = facts.bindgens;
  if (tree === null ? first !== undefined : bindgenFor(tree, facts) !== null) return [];
  const wanted = tree && bindgenVersion(tree.config);
  const isPackaged =
    bindgen !== undefined && (wanted === null || versions[bindgen] === wanted || isOfArchive(kernel, facts, target));
  if (first === undefined && isPackaged && isMissing(bindgen, facts)) return [bindgen];
  const here = first === undefined ? 'none is here' : `${first.path} is version ${first.version ?? 'unknown'}`;
  const theirs = isPackaged && versions[bindgen] === wanted ? `; that of ${title}'s package ${bindgen} will do` : '';
  return advice(
    `Put bindgen ${wanted ?? ''} first on PATH, or name it in BINDGEN: kdir makes the Rust metadata with the bindgen that made this kernel's, and ${here}${theirs}.`,
  );
}
