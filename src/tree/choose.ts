import { ccCompiler } from '../judge/checks/cc/compiler.ts';
import { kernelRust } from '../judge/checks/kernel/rust.ts';
import { kernelTree } from '../judge/checks/kernel/tree.ts';
import { makeVersion } from '../judge/checks/make/version.ts';
import { rustcIdentity } from '../judge/checks/rustc/identity.ts';
import type { Target } from '../judge/context.ts';
import { isForeignTarget, prefixOf } from '../judge/foreign.ts';
import { bindgenFor, byKdir } from '../judge/remedy/kdir.ts';
import { isForKdir, mergeRemedies } from '../judge/remedy/remedies.ts';
import { hasMetadata } from '../judge/tree/rust-tree.ts';
import { kernelSourcePackage } from '../knowledge/distributions/kdir-packages.ts';
import type { Finding, Remedy } from '../model/assessment.ts';
import type { Facts, KernelTreeFact } from '../model/facts.ts';
import { Failure } from '../model/failure.ts';

/** The kernel that a tree is to be made of. */
export interface ChosenKernel {
  release: string;
  /** Its stock headers. */
  headers: string;
}

/** What a tree is made with, all of it found on this machine. */
export interface Means {
  /** Our name for the architecture, `x86_64`. */
  architecture: string;
  /** The rustc that compiled the kernel's own Rust parts: its program, and its version line. */
  rustc: { path: string; line: string };
  /** The bindgen of the kernel's configuration: its program, and its version line. */
  bindgen: { path: string; line: string };
  /** The program that the kernel was compiled with, `x86_64-linux-gnu-gcc-14`. */
  cc: string;
  /** The machine's own of the same version, which builds what runs while the tree is made: the same for the machine's own kernels. */
  hostCc: string;
  /** What tells make that it builds for another architecture, `ARCH=arm64` and `CROSS_COMPILE=aarch64-linux-gnu-`; empty for the machine's own. */
  cross: string[];
  /** The package that holds the kernel's source, `linux-source-7.3`. */
  sourcePackage: string;
}

/** What stands in the way of making a tree is said in this order. */
const deciding = [kernelTree, kernelRust, rustcIdentity, ccCompiler, makeVersion];

/**
 * The kernel that the probe chooses, or that was named, where a tree can be made of it as far as the kernel goes.
 * @throws Failure where no headers are there, their kernel has no Rust, or they hold its metadata already.
 */
export function chooseKernel(facts: Facts, target: Target): ChosenKernel {
  const { kernel } = target;
  const tree = kernel?.tree ?? null;
  if (kernel === null || tree === null || !kernel.rust) {
    throw refuse(troubles(facts, target).slice(0, 1), [], facts, target);
  }
  const headers = tree.made?.headers ?? tree.dir;
  if (tree.state !== 'headers' || (hasMetadata(tree) && headers === tree.dir)) throw needless(tree);
  return { release: kernel.release, headers };
}

/**
 * What makes the tree of that kernel.
 * @throws Failure naming all that is missing, with the commands that bring it.
 */
export function chooseMeans(facts: Facts, target: Target): Means {
  const { kernel, distribution, architecture, toolchains } = target;
  const ways = kernel && byKdir(kernel, facts, target);
  const sourcePackage = kernel && distribution && kernelSourcePackage(distribution, kernel.release);
  if (!kernel?.tree || !ways || !sourcePackage) throw notServed(kernel?.release ?? '');
  const missing = ways.filter((remedy) => !isForKdir(remedy));
  const rustc = toolchains.find(({ chosenFor }) => chosenFor.includes('rust-for-linux'));
  const bindgen = bindgenFor(kernel.tree, facts);
  const found = troubles(facts, target);
  if (found.length > 0 || missing.length > 0 || !rustc || !bindgen) throw refuse(found, missing, facts, target);
  return {
    architecture: architecture.name,
    rustc: { path: rustc.rustc, line: rustc.version },
    bindgen: { path: bindgen.path, line: bindgen.line },
    ...compilersOf(kernel.tree, facts, target, kernel.compiler.name),
    sourcePackage,
  };
}

/** @param plain the name of the kernel's compiler without a prefix */
function compilersOf(
  tree: KernelTreeFact,
  facts: Facts,
  target: Target,
  plain: string,
): Pick<Means, 'cc' | 'hostCc' | 'cross'> {
  if (isForeignTarget(target, facts)) {
    const prefix = prefixOf(target, facts);
    const cross = [`ARCH=${target.architecture.arch}`, `CROSS_COMPILE=${prefix}`];
    return { cc: `${prefix}${plain}`, hostCc: plain, cross };
  }
  const cc = compilerOf(tree, facts, plain);
  return { cc, hostCc: cc, cross: [] };
}

/** By the name that the configuration gives it, prefix and all, where it goes by that here. */
function compilerOf({ compiler }: KernelTreeFact, { gccs }: Facts, plain: string): string {
  const [named = ''] = (compiler ?? '').split(' ');
  return gccs.some(({ path }) => path.endsWith(`/${named}`)) ? named : plain;
}

function troubles(facts: Facts, target: Target): Finding[] {
  return deciding
    .map((check) => check.judge(facts, target))
    .filter(({ status }) => status === 'fail' || status === 'crash' || status === 'timeout');
}

function refuse(
  found: readonly Finding[],
  missing: readonly Remedy[],
  { host }: Facts,
  { distribution }: Target,
): Failure {
  // What only a person can do about the rest may be settled by what is done about the findings.
  const rest = found.length > 0 ? missing.filter(({ commands }) => commands.length > 0) : missing;
  const remedies = mergeRemedies([...found.flatMap((finding) => finding.remedies), ...rest], distribution, host);
  const lines = [
    'No tree can be made yet:',
    ...found.map((finding) => `- ${finding.found}; needed: ${finding.needed}`),
    ...remedies.flatMap(({ text, commands }) => [`- ${text}`, ...commands.map((command) => `    ${command}`)]),
  ];
  return new Failure('kdir.not-ready', lines.join('\n'));
}

function needless({ dir, state }: KernelTreeFact): Failure {
  const what =
    state === 'headers' ? 'holds its Rust metadata already' : 'is a full kernel source, which prepares its own';
  return new Failure('kdir.needless', `${dir} ${what}: modules are built against it with --kdir ${dir}.`);
}

function notServed(release: string): Failure {
  return new Failure(
    'kdir.not-served',
    `kdir makes trees of a distribution's own kernels, from its own source package: ${release} is none that it knows on this machine (Debian's linux-headers packages for amd64, and what setup --arch unpacks for others). Prepare that kernel's source yourself, with make modules_prepare, and name it with --kdir.`,
  );
}
