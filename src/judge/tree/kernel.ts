import type { Architecture } from '../../knowledge/architectures/architecture.ts';
import type { Distribution } from '../../knowledge/distributions/distribution.ts';
import { isSet } from '../../knowledge/kernel/config-condition.ts';
import { newestKnownKernel } from '../../knowledge/kernel/minimum.ts';
import type { KernelTreeFact } from '../../model/facts.ts';

/** The kernel that modules are to be built for, whether its tree is here or known from the tables only. */
export interface JudgedKernel {
  /** Full release of an installed tree; the version line, `6.1`, of one still to be installed. */
  release: string;
  /** As sentences name it: `the kernel 6.1.0-56-amd64`, `Debian 12's kernel 6.1`. */
  title: string;
  /** null when judged from the tables. */
  tree: KernelTreeFact | null;
  /** CONFIG_RUST=y; null where nobody knows before its headers are installed. */
  rust: boolean | null;
  /** CONFIG_MODULES=y. */
  modules: boolean;
  /** Version line of the rustc that its modules must be built with; null where it is not known or there is none. */
  rustcLine: string | null;
  compiler: {
    /** The program's name without a cross prefix: `gcc-12`, `clang`. */
    name: string;
    clang: boolean;
    /** Whether the tree calls it by that very name, so that no other one will do. */
    pinned: boolean;
  };
}

/** Whether Kbuild can build modules against a tree. */
export function isUsable({ state }: KernelTreeFact): boolean {
  return state === 'headers' || state === 'source';
}

/** Whether a kernel can be prepared from a tree, or was. Only a source's own Makefile tells a version before it is prepared. */
export function isFullSource({ state, version }: KernelTreeFact): boolean {
  return state === 'source' || (state === 'unprepared' && version !== null);
}

/** The kernel of a tree that is here. */
export function installedKernel(tree: KernelTreeFact, distribution: Distribution | null): JudgedKernel {
  const { config } = tree;
  const release = tree.release ?? 'of unknown release';
  const name = compilerName(tree.compiler);
  return {
    release,
    title: `the kernel ${release}`,
    tree,
    rust: isSet(config, 'RUST'),
    modules: isSet(config, 'MODULES'),
    rustcLine: tree.metadata.rustc ?? config.CONFIG_RUSTC_VERSION_TEXT ?? null,
    compiler: {
      name,
      clang: isSet(config, 'CC_IS_CLANG'),
      pinned: tree.state === 'headers' && distribution?.pinsCompiler === true && /-\d+$/.test(name),
    },
  };
}

/**
 * The kernel that a distribution's headers package would bring; null where no package does. Distributions build theirs
 * with GCC and GNU ld. One that moves on with every update is judged by the rules of the newest kernel known.
 */
export function expectedKernel(
  { title, kernel, pinsCompiler }: Distribution,
  { name }: Pick<Architecture, 'name'>,
): JudgedKernel | null {
  if (kernel === null) return null;
  return {
    release: kernel.line ?? newestKnownKernel,
    title: kernel.line === null ? `${title}'s kernel` : `${title}'s kernel ${kernel.line}`,
    tree: null,
    rust: kernel.withoutRust?.includes(name) ? false : kernel.rust,
    modules: true,
    rustcLine: null,
    compiler: { name: kernel.compiler, clang: false, pinned: pinsCompiler },
  };
}

/**
 * The kernel of a headers package that is not installed yet, by its release. Of the distribution's own ones it is known which
 * compiler built them, of others that GCC did.
 */
export function packagedKernel(release: string, title: string, distribution: Distribution | null): JudgedKernel {
  const own = distribution?.ownKernels.test(release) ? distribution : null;
  const isExpected = own?.kernel?.line != null && release.startsWith(`${own.kernel.line}.`);
  return {
    release,
    title,
    tree: null,
    rust: isExpected ? (own?.kernel?.rust ?? null) : null,
    modules: true,
    rustcLine: null,
    compiler: { name: own?.kernel?.compiler ?? 'gcc', clang: false, pinned: own?.pinsCompiler ?? false },
  };
}

/** `gcc-14` from CONFIG_CC_VERSION_TEXT's `x86_64-linux-gnu-gcc-14 (Debian 14.2.0-19) 14.2.0`; `gcc` where it does not say. */
function compilerName(versionText: string | null): string {
  return (
    /(?:^|-|\/)((?:gcc|clang)(?:-\d+)?)(?: |$)/.exec(versionText ?? '')?.[1] ??
    (/clang/i.test(versionText ?? '') ? 'clang' : 'gcc')
  );
}
