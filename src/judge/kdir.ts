import type { Remedy, Toolchain } from '../assessment.ts';
import type { BindgenFact, Facts, KernelTreeFact } from '../facts.ts';
import { findArchitecture } from '../knowledge/architectures.ts';
import type { Distribution } from '../knowledge/distribution.ts';
import { kdirPackages, kernelSourcePackage } from '../knowledge/kdir-packages.ts';
import type { JudgedKernel } from './kernel.ts';
import { advice, install } from './remedies.ts';
import type { Target } from './target.ts';

/**
 * What leads to a kernel's Rust metadata where no package holds it and `kdir` can make it: what that lacks, then the command.
 * @returns null for a kernel that `kdir` cannot serve: one that is not the distribution's own, or of another architecture
 */
export function byKdir(
  kernel: JudgedKernel,
  facts: Facts,
  { distribution, architecture, toolchains }: Target,
): Remedy[] | null {
  const source = distribution && kernelSourcePackage(distribution, kernel.release);
  const isHere = kernel.tree?.state === 'headers' && kernel.tree.unpackedIn === null;
  const isNative = findArchitecture(facts.host.machine)?.name === architecture.name;
  if (!distribution || !source || !isHere || !isNative) return null;
  const wanted = [rustOf(kernel, facts, toolchains, distribution), bindgenOf(kernel, facts, distribution)];
  const beyondPackages = wanted.find(isAdvice);
  if (beyondPackages) return [beyondPackages];
  const others = kdirPackages(distribution, kernel.compiler.name);
  const packages = [
    ...wanted.flatMap((lack) => (isAdvice(lack) ? [] : lack)),
    ...others.filter((name) => isMissing(name, facts)),
  ];
  return [
    ...(packages.length > 0 ? [install('what kdir takes', packages, distribution, facts.host)] : []),
    runKdir(kernel.release, source),
  ];
}

function isMissing(name: string | undefined, { host }: Facts): boolean {
  return name === undefined || !host.packages.includes(name);
}

/** How `kdir` is told to make the tree of a release. */
export function kdirCommand(release: string): string {
  return `kernel-rust-module kdir --kernel ${release} --yes`;
}

function runKdir(release: string, source: string): Remedy {
  return {
    commands: [kdirCommand(release)],
    text: `Make a kernel tree with the Rust metadata of ${release}, from the source package of that very kernel, ${source}, in your own cache and without root: some minutes, up to 170 MB to download, 1 GB of disk meanwhile and 220 MB afterwards.`,
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

/** Packages that bring what is missing, or what only a person can do about it. */
type Lack = string[] | Remedy;

function isAdvice(lack: Lack): lack is Remedy {
  return !Array.isArray(lack);
}

/** Which rustc it must be is `rustc.identity`'s to say; here is asked for the source of its library, from which core is compiled. */
function rustOf(
  { rustcLine }: JudgedKernel,
  facts: Facts,
  toolchains: readonly Toolchain[],
  { rust }: Distribution,
): Lack {
  const own = toolchains.find(({ chosenFor }) => chosenFor.includes('rust-for-linux'));
  // Both at once: a rustc without its source would only be the next thing to fail.
  if (own === undefined) return rust !== null && rust.line === rustcLine ? rust.packages : [];
  if (own.librarySource !== null) return [];
  const [, source] = rust?.packages ?? [];
  if (own.rustc === rust?.rustc && source !== undefined && isMissing(source, facts)) return [source];
  return advice(`Install the library source of ${own.rustc}, which kdir compiles core from, where that looks for it.`);
}

function bindgenOf({ tree }: JudgedKernel, facts: Facts, { bindgen, versions, title }: Distribution): Lack {
  if (tree === null || bindgenFor(tree, facts) !== null) return [];
  const wanted = bindgenVersion(tree.config);
  const [first] = facts.bindgens;
  const isPackaged = bindgen !== undefined && (wanted === null || versions[bindgen] === wanted);
  if (first === undefined && isPackaged && isMissing(bindgen, facts)) return [bindgen];
  const here = first === undefined ? 'none is here' : `${first.path} is version ${first.version ?? 'unknown'}`;
  const theirs = isPackaged ? `; that of ${title}'s package ${bindgen} will do` : '';
  return advice(
    `Put bindgen ${wanted ?? ''} first on PATH, or name it in BINDGEN: kdir makes the Rust metadata with the bindgen that made this kernel's, and ${here}${theirs}.`,
  );
}
