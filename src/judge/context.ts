import type { Architecture } from '../knowledge/architectures/architecture.ts';
import { isForeign } from '../knowledge/architectures/cross.ts';
import type { Distribution } from '../knowledge/distributions/distribution.ts';
import { findDistribution } from '../knowledge/distributions/distributions.ts';
import { isSet } from '../knowledge/kernel/config-condition.ts';
import { newestKnownKernel } from '../knowledge/kernel/minimum.ts';
import type { Goal, Toolchain } from '../model/assessment.ts';
import type { Facts, KernelTreeFact } from '../model/facts.ts';
import { listing } from '../text/listing.ts';
import { judgeToolchains } from './tool/toolchains.ts';
import { chooseHeaders, type HeadersChoice } from './tree/headers-choice.ts';
import { installedKernel, isFullSource, isUsable, type JudgedKernel } from './tree/kernel.ts';

/** A kernel to be prepared or built, from a source that is here or for the newest that the tables know. */
export interface KernelSource {
  /** Version number, `7.3.4`; the version line, `7.3`, where no source is here. */
  version: string;
  /** As sentences name it: `the kernel 7.3.4`. */
  title: string;
  /** The tree that was named, source or not; otherwise a full source that was found; null where there is none. */
  tree: KernelTreeFact | null;
}

/** What the facts are judged against. */
export interface Target {
  architecture: Architecture;
  /** null where the machine's package set is not known. */
  distribution: Distribution | null;
  /** The tree that was named or found, usable or not; null where none is here. */
  tree: KernelTreeFact | null;
  /** null where no kernel can be judged. */
  kernel: JudgedKernel | null;
  /** The package that would bring a tree; null where one is here, or no package is known. */
  headers: HeadersChoice | null;
  /** How the kernel came to be chosen, one sentence. */
  chosen: string;
  /** The kernel that the goal `kernel` would prepare. */
  source: KernelSource;
  toolchains: Toolchain[];
  /** The goals asked for; none stands for either flavour. */
  asked: readonly Goal[];
  /** How long a tool was given to answer. */
  timeoutMs: number;
}

/**
 * Chooses the kernel and the toolchains: the tree that was named, otherwise the running kernel's, otherwise the newest
 * installed one, otherwise the one that the distribution's headers package would bring.
 */
export function chooseTarget(
  facts: Facts,
  architecture: Architecture,
  { timeoutMs, asked }: Pick<Target, 'timeoutMs' | 'asked'>,
): Target {
  const distribution = findDistribution(facts.host.distribution);
  const headers = chooseHeaders(facts, architecture, distribution);
  const { tree, chosen } = chooseTree(facts, architecture, headers, asked);
  const kernel = judgeKernel(tree, architecture, distribution, headers);
  return {
    architecture,
    distribution,
    tree,
    kernel,
    headers: tree === null ? headers : null,
    chosen,
    source: chooseSource(facts, tree),
    toolchains: judgeToolchains(facts, kernel, architecture, timeoutMs),
    asked,
    timeoutMs,
  };
}

function chooseTree(
  { kernels, host, absent = null }: Facts,
  architecture: Architecture,
  headers: HeadersChoice | null,
  asked: readonly Goal[],
): { tree: KernelTreeFact | null; chosen: string } {
  const named = kernels.find((tree) => tree.origin === 'named');
  if (named?.state === 'missing' && headers?.isWanted) {
    return {
      tree: null,
      chosen: `The kernel that was named, ${absent?.release}, whose headers ${headers.package} would bring.`,
    };
  }
  if (named) return { tree: named, chosen: `The kernel tree that was named, ${placeOf(named)}.` };
  const usable = kernels.filter((tree) => isUsable(tree) && isFor(tree, architecture));
  const running = usable.find((tree) => tree.origin === 'running');
  const withRust = asked.includes('rust-for-linux') ? usable.filter(({ config }) => isSet(config, 'RUST')) : [];
  const [rust] = withRust;
  if (rust && !withRust.includes(running ?? (usable[0] as KernelTreeFact)))
    return { tree: rust, chosen: `The newest kernel tree with CONFIG_RUST, ${placeOf(rust)}.` };
  if (running) return { tree: running, chosen: `The running kernel's tree, ${placeOf(running)}.` };
  const broken = kernels.find(({ origin, state }) => origin === 'running' && state === 'missing');
  const without = broken
    ? `${broken.dir} of the running kernel leads to ${listing(broken.dangling)}, where nothing is`
    : `the running kernel ${host.kernelRelease} has no tree here`;
  const [newest] = usable;
  if (newest && isForeign(architecture, host.machine))
    return { tree: newest, chosen: `The newest kernel tree of ${architecture.name} here, ${placeOf(newest)}.` };
  if (newest)
    return { tree: newest, chosen: `The newest kernel tree installed, ${placeOf(newest)}, since ${without}.` };
  const none = `no kernel tree ${isForeign(architecture, host.machine) ? `of ${architecture.name} is here` : 'is installed'}`;
  if (headers === null)
    return { tree: null, chosen: `None: ${none}, and which package would bring one here is not known.` };
  const isOther = absent !== null && !headers.isWanted;
  const other = isOther ? ` It is another kernel than the running one, ${absent.release}.` : '';
  const { title } = headers.kernel;
  return {
    tree: null,
    chosen: `${title.replace(/^t/, 'T')}, whose headers ${headers.package} would bring, since ${none}.${other}`,
  };
}

/** A tree's folder; with the headers whose place it took. */
function placeOf({ dir, made }: KernelTreeFact): string {
  return made?.dir === dir && made.headers !== null ? `${made.headers}, as kdir completed it in ${dir}` : dir;
}

/** The tree that was named, whatever it is; otherwise the first full source that is here, the one that modules are built for before others. */
function chooseSource({ kernels }: Facts, chosen: KernelTreeFact | null): KernelSource {
  const candidates = chosen === null ? kernels : [chosen, ...kernels];
  const tree =
    candidates.find(({ origin }) => origin === 'named') ??
    candidates.find((candidate) => isFullSource(candidate)) ??
    null;
  const version = tree?.version ?? tree?.release ?? newestKnownKernel;
  return { version, title: `the kernel ${version}`, tree };
}

function judgeKernel(
  tree: KernelTreeFact | null,
  architecture: Architecture,
  distribution: Distribution | null,
  headers: HeadersChoice | null,
): JudgedKernel | null {
  if (tree) return isUsable(tree) && isFor(tree, architecture) ? installedKernel(tree, distribution) : null;
  return headers?.kernel ?? null;
}

/** Headers of several architectures can be installed side by side. A user-mode kernel has the symbol of its host's architecture, too. */
export function isFor({ config }: KernelTreeFact, architecture: Architecture): boolean {
  return config[architecture.config] === 'y' && isSet(config, 'UML') === (architecture.config === 'CONFIG_UML');
}
