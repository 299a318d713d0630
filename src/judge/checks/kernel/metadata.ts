import { kernelTargets } from '../../../knowledge/kernel/rust-metadata.ts';
import type { Remedy } from '../../../model/assessment.ts';
import type { CrateMetadataFact, Facts, KernelTreeFact } from '../../../model/facts.ts';
import { listing } from '../../../text/listing.ts';
import { noKernel } from '../../answers.ts';
import { type Answer, check } from '../../check.ts';
import type { Target } from '../../context.ts';
import { isForeignTarget, prefixOf } from '../../foreign.ts';
import { byKdir, kdirCommand } from '../../remedy/kdir.ts';
import { advice, install } from '../../remedy/remedies.ts';
import type { JudgedKernel } from '../../tree/kernel.ts';
import { hasMetadata, type RustTree, restore, rustTree } from '../../tree/rust-tree.ts';

const needed = 'the compiled kernel crate that modules are built against, whole and of one build';

export const kernelMetadata = check({
  id: 'kernel.metadata',
  title: "Kernel's Rust metadata",
  goals: ['rust-for-linux'],
  about:
    "Whether the files rust/*.rmeta of the kernel tree are there, whole, for this kernel's target and of one build. CONFIG_RUST alone is not enough: most distributions' headers lack them, and rustc's complaint (can't find crate for core; run rustup target add) sends people the wrong way.",
  remedy:
    "Install the package with the kernel's Rust metadata where the distribution has one; make it with kernel-rust-module kdir for Debian's own kernels; otherwise prepare a tree from the kernel's source.",
  source:
    'rust/Makefile of 6.1 and 6.12; strace of module builds on 6.12 and 7.3; each crate of a 7.3 tree removed and cut off in turn (E0463, E0786).',
  judge(facts, target): Answer {
    const { kernel, architecture } = target;
    if (kernel === null) return noKernel;
    if (!kernel.rust) return { status: 'skip', found: 'a kernel without CONFIG_RUST has none' };
    if (kernel.tree === null) {
      return {
        status: 'fail',
        found: `the headers of ${kernel.title} come without its Rust metadata`,
        needed,
        remedies: byKdir(kernel, facts, target) ?? [
          advice(`Install the kernel's headers, then look again: ${afterHeaders(target)}`),
        ],
      };
    }
    const { tree } = kernel;
    if (!hasMetadata(tree)) return none(tree, kernel, facts, target);
    const outdated = uselessTree(tree);
    if (outdated !== null && tree.made?.dir === tree.dir) {
      return { status: 'fail', found: outdated, needed, remedies: again(tree, kernel, facts, target) };
    }
    const rust = rustTree(tree, kernel.release);
    const troubles = troublesOf(rust, kernelTargets[architecture.srcarch] ?? []);
    const [first] = troubles;
    if (first === undefined) {
      const gap = gapIn(tree);
      if (gap !== null) {
        return { status: 'warn', found: gap, needed: wholeTree, remedies: again(tree, kernel, facts, target) };
      }
      return {
        status: 'ok',
        found: `all crates are in ${tree.dir}/rust${tree.made?.dir === tree.dir ? ', which kdir made' : ''}`,
      };
    }
    return {
      status: 'fail',
      found: `${tree.dir}/rust/${first}${troubles.length > 1 ? `, and ${troubles.length - 1} more like it` : ''}`,
      needed,
      detail: `${troubles.join('; ')}.`,
      remedies: [advice(restore(tree, facts, target))],
    };
  },
});

/** There are headers, or a source, and nothing of Rust in them. */
function none(tree: KernelTreeFact, kernel: JudgedKernel, facts: Facts, target: Target): Answer {
  const outdated = uselessTree(tree);
  return {
    status: 'fail',
    found: `${tree.dir} lacks the Rust metadata of its kernel${outdated === null ? '' : `, and ${outdated}`}`,
    needed,
    detail: "rustc says: can't find crate for `core`. Its hint, rustup target add, does not help.",
    remedies: remediesFor(kernel, facts, target),
  };
}

/** Why a tree that `kdir` made will not do, one clause; null where it will, or there is none. */
function uselessTree({ made }: KernelTreeFact): string | null {
  if (!made) return null;
  if (made.broken !== null)
    return `the tree that kdir made, ${made.dir}, is of no use: ${made.broken.replace(/\.$/, '')}`;
  if (made.changed.length === 0) return null;
  return `the tree that kdir made, ${made.dir}, is out of date: ${listing(made.changed)} of ${made.headers} changed since`;
}

const wholeTree =
  'all that kdir puts into a tree: macros of the kernel crate include some of it in modules, and messages of rustc lead to the rest';

/** What a tree that `kdir` made lacks beside metadata, one clause; null if that is nothing, or another made the tree. */
function gapIn({ dir, made }: KernelTreeFact): string | null {
  if (made?.dir !== dir) return null;
  const { lacks = [], older } = made;
  const [first] = lacks;
  if (first !== undefined) {
    const others = lacks.length > 1 ? `, and ${lacks.length - 1} more of its files` : '';
    return `${dir}, which kdir made, lacks ${first}${others}`;
  }
  return older ? `${dir} was made by an older kdir, which left out what macros of the kernel crate include` : null;
}

/** In the cache `kdir` replaces its own tree; elsewhere it has to be told. */
function again(tree: KernelTreeFact, kernel: JudgedKernel, facts: Facts, target: Target): Remedy[] {
  const isInCache = tree.dir === `${facts.host.cache.dir}/trees/${kernel.release}`;
  const remedies = isInCache ? byKdir(kernel, facts, target) : null;
  return remedies ?? [advice(`Make it again: ${kdirCommand(kernel.release, facts, target)} --output ${tree.dir}`)];
}

function remediesFor(kernel: JudgedKernel, facts: Facts, target: Target): Remedy[] {
  const words = wordsFor(facts, target);
  const { distribution } = target;
  const { release, tree } = kernel;
  if (distribution?.metadata && distribution.ownKernels.test(release)) {
    return [install("the kernel's Rust metadata", [`${distribution.metadata}${release}`], distribution, facts.host)];
  }
  return (
    byKdir(kernel, facts, target) ?? [
      advice(tree?.state === 'source' ? prepareAgain(tree.dir, words) : prepareYourself(words)),
    ]
  );
}

/** What is to be done about the metadata of a kernel whose headers are still to be installed, to follow a colon. */
function afterHeaders({ distribution, kernel }: Target): string {
  if (distribution?.metadata) {
    return `${distribution.metadata}RELEASE holds the Rust metadata of one release.`;
  }
  if (distribution?.kdir) {
    return `"kernel-rust-module kdir" then makes its Rust metadata from ${distribution.kdir.source}${kernel?.release}.`;
  }
  return 'where they lack the Rust metadata, a tree of your own is to be prepared.';
}

/** What make has to be told beside what to make, with a space in front: nothing for the machine's own architecture. */
function wordsFor(facts: Facts, target: Target): string {
  if (!isForeignTarget(target, facts)) return '';
  const prefix = prefixOf(target, facts);
  return ` ARCH=${target.architecture.arch}${prefix && ` CROSS_COMPILE=${prefix}`}`;
}

function prepareYourself(words: string): string {
  return `Prepare a tree of your own: in the very source of this kernel, with the headers' .config and Module.symvers, and the rustc and bindgen that the configuration names, run make${words} olddefconfig and make${words} modules_prepare; then name it with --kdir.`;
}

function prepareAgain(dir: string, words: string): string {
  return `Run "make${words} modules_prepare" in ${dir}, with the rustc and bindgen that its configuration names.`;
}

/** What is wrong with the crates, one clause each that begins with the file's name. */
function troublesOf({ rmeta, missing }: RustTree, targets: readonly string[]): string[] {
  const core = rmeta.find(({ name }) => name === 'libcore.rmeta');
  return [
    ...missing.rmeta.map((name) => `${name} is not there`),
    ...rmeta.flatMap((crate) => {
      const trouble = crateTrouble(crate, core, targets);
      return trouble === null ? [] : [`${crate.name} ${trouble}`];
    }),
  ];
}

/**
 * Why rustc would not take a crate. Whether target.json was altered after all of them were made is not the crates' fault:
 * only one that differs from core in that is of another build.
 */
function crateTrouble(
  { rustc, whole, target, specMatches, fitsCore, fitsOthers }: CrateMetadataFact,
  core: CrateMetadataFact | undefined,
  targets: readonly string[],
): string | null {
  if (rustc === null) return 'is no Rust metadata';
  if (!whole) return 'is cut off';
  if (target !== null && targets.length > 0 && !targets.includes(target)) {
    return `is for the target ${target}, not for this kernel's (${targets.join(' or ')})`;
  }
  if (specMatches === false && core?.specMatches === true) return "is for another target.json than core's";
  if (fitsCore === false) return 'was compiled against another libcore.rmeta';
  if (fitsOthers === false) return 'was compiled against other crates than those beside it';
  return null;
}
