import type { Toolchain } from '../assessment.ts';
import type { Facts, KernelTreeFact } from '../facts.ts';
import type { Architecture } from '../knowledge/architectures.ts';
import type { Distribution } from '../knowledge/distribution.ts';
import { findDistribution } from '../knowledge/distributions.ts';
import { expectedKernel, installedKernel, isUsable, type JudgedKernel } from './kernel.ts';
import { judgeToolchains } from './toolchains.ts';

/** What the facts are judged against. */
export interface Target {
  architecture: Architecture;
  /** null where the machine's package set is not known. */
  distribution: Distribution | null;
  /** The tree that was named or found, usable or not; null where none is here. */
  tree: KernelTreeFact | null;
  /** null where no kernel can be judged. */
  kernel: JudgedKernel | null;
  /** How the kernel came to be chosen, one sentence. */
  chosen: string;
  toolchains: Toolchain[];
  /** How long a tool was given to answer. */
  timeoutMs: number;
}

/**
 * Chooses the kernel and the toolchains: the tree that was named, otherwise the running kernel's, otherwise the newest
 * installed one, otherwise the one that the distribution's headers package would bring.
 */
export function chooseTarget(facts: Facts, architecture: Architecture, timeoutMs: number): Target {
  const distribution = findDistribution(facts.host.distribution);
  const { tree, chosen } = chooseTree(facts, architecture, distribution);
  const kernel = judgeKernel(tree, architecture, distribution);
  return {
    architecture,
    distribution,
    tree,
    kernel,
    chosen,
    toolchains: judgeToolchains(facts, kernel, architecture, timeoutMs),
    timeoutMs,
  };
}

function chooseTree(
  { kernels, host }: Facts,
  architecture: Architecture,
  distribution: Distribution | null,
): { tree: KernelTreeFact | null; chosen: string } {
  const named = kernels.find((tree) => tree.origin === 'named');
  if (named) return { tree: named, chosen: `The kernel tree that was named, ${named.dir}.` };
  const usable = kernels.filter((tree) => isUsable(tree) && isFor(tree, architecture));
  const running = usable.find((tree) => tree.origin === 'running');
  if (running) return { tree: running, chosen: `The running kernel's tree, ${running.dir}.` };
  const without = `the running kernel ${host.kernelRelease} has no tree here`;
  const [newest] = usable;
  if (newest) return { tree: newest, chosen: `The newest kernel tree installed, ${newest.dir}, since ${without}.` };
  const headers = distribution?.headers[architecture.name];
  return {
    tree: null,
    chosen: headers
      ? `${distribution?.title}'s kernel ${distribution?.kernel.line}, whose headers ${headers} would bring, since no kernel tree is installed.`
      : 'None: no kernel tree is installed, and which package would bring one here is not known.',
  };
}

function judgeKernel(
  tree: KernelTreeFact | null,
  architecture: Architecture,
  distribution: Distribution | null,
): JudgedKernel | null {
  if (tree) return isUsable(tree) && isFor(tree, architecture) ? installedKernel(tree, distribution) : null;
  return distribution?.headers[architecture.name] ? expectedKernel(distribution) : null;
}

/** Headers of several architectures can be installed side by side. */
export function isFor(tree: KernelTreeFact, architecture: Architecture): boolean {
  return tree.config[architecture.config] === 'y';
}
