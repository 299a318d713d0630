import type { Remedy } from '../../assessment.ts';
import type { CrateMetadataFact, HostFact } from '../../facts.ts';
import type { Distribution } from '../../knowledge/distribution.ts';
import { kernelTargets } from '../../knowledge/rust-metadata.ts';
import { noKernel } from '../answers.ts';
import { type Answer, check } from '../check.ts';
import { advice, install } from '../remedies.ts';
import { hasMetadata, type RustTree, restore, rustTree } from '../rust-tree.ts';

const needed = 'the compiled kernel crate that modules are built against, whole and of one build';

export const kernelMetadata = check({
  id: 'kernel.metadata',
  title: "Kernel's Rust metadata",
  goals: ['rust-for-linux'],
  about:
    "Whether the files rust/*.rmeta of the kernel tree are there, whole, for this kernel's target and of one build. CONFIG_RUST alone is not enough: most distributions' headers lack them, and rustc's complaint (can't find crate for core; run rustup target add) sends people the wrong way.",
  remedy:
    "Install the package with the kernel's Rust metadata where the distribution has one; otherwise prepare a tree from the kernel's source.",
  source:
    'rust/Makefile of 6.1 and 6.12; strace of module builds on 6.12 and 7.3; each crate of a 7.3 tree removed and cut off in turn (E0463, E0786).',
  judge({ host }, { kernel, architecture, distribution }): Answer {
    if (kernel === null) return noKernel;
    if (!kernel.rust) return { status: 'skip', found: 'a kernel without CONFIG_RUST has none' };
    if (kernel.tree === null) {
      return {
        status: 'fail',
        found: `the headers of ${kernel.title} come without its Rust metadata`,
        needed,
        remedies: [
          advice(
            distribution?.metadata
              ? `Install the kernel's headers, then look again: ${distribution.metadata}RELEASE holds the Rust metadata of one release.`
              : prepareYourself,
          ),
        ],
      };
    }
    const { tree } = kernel;
    if (!hasMetadata(tree)) {
      return {
        status: 'fail',
        found: `${tree.dir} lacks the Rust metadata of its kernel`,
        needed,
        detail: "rustc says: can't find crate for `core`. Its hint, rustup target add, does not help.",
        remedies: [remedyFor(kernel.release, distribution, host)],
      };
    }
    const rust = rustTree(tree, kernel.release);
    const troubles = troublesOf(rust, kernelTargets[architecture.srcarch] ?? []);
    const [first] = troubles;
    if (first === undefined) return { status: 'ok', found: `all crates are in ${tree.dir}/rust` };
    return {
      status: 'fail',
      found: `${tree.dir}/rust/${first}${troubles.length > 1 ? `, and ${troubles.length - 1} more like it` : ''}`,
      needed,
      detail: `${troubles.join('; ')}.`,
      remedies: [advice(restore(tree))],
    };
  },
});

const prepareYourself =
  "Prepare a tree of your own from the kernel's source and the distribution's configuration (make modules_prepare), and name it with --kdir.";

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

function remedyFor(release: string, distribution: Distribution | null, host: HostFact): Remedy {
  if (distribution?.metadata && distribution.ownKernels.test(release)) {
    return install("the kernel's Rust metadata", [`${distribution.metadata}${release}`], distribution, host);
  }
  return advice(prepareYourself);
}
