import { isSet } from '../../knowledge/kernel/config-condition.ts';
import type { Remedy } from '../../model/assessment.ts';
import type { KernelTreeFact } from '../../model/facts.ts';
import { listing } from '../../text/listing.ts';
import { advice } from '../remedy/remedies.ts';
import { isFullSource } from './kernel.ts';

/** What is wrong with a tree, one clause, and what a person can do. */
interface TreeTrouble {
  found: string;
  remedy: Remedy;
}

/** Why nothing can be built against or from what lies in a folder, for every state but those of usable trees. */
export function stateTrouble(tree: KernelTreeFact): TreeTrouble {
  const { dir, state, origin } = tree;
  const another = advice(
    origin === 'named' ? 'Name another folder with --kdir, or none.' : 'Name a kernel tree with --kdir.',
  );
  switch (state) {
    case 'missing':
      if (tree.dangling.length > 0) return brokenLink(tree);
      return { found: missing(tree), remedy: another };
    case 'not-a-folder':
      return { found: `${dir} is not a folder`, remedy: another };
    case 'unreadable':
      return {
        found: `${dir} cannot be read by this user`,
        remedy: advice(`Make ${dir} readable, or name another folder with --kdir.`),
      };
    case 'unprepared':
      return isFullSource(tree) ? unprepared(tree) : partial(tree);
    default:
      return tree.dangling.length > 0 ? partial(tree) : { found: `${dir} is no kernel tree`, remedy: another };
  }
}

/** A link says where the rest should be. */
function missing({ dir, dangling: [path] }: KernelTreeFact): string {
  return path === undefined ? `there is nothing at ${dir}` : `${dir} leads to ${path}, where nothing is`;
}

/** What removing a package of headers, or moving a source, leaves behind. */
function brokenLink(tree: KernelTreeFact): TreeTrouble {
  const { dir, release } = tree;
  const title = release === null ? 'that kernel' : `Linux ${release}`;
  return {
    found: missing(tree),
    remedy: advice(`Install the headers of ${title} again, or let ${dir} lead to its tree.`),
  };
}

function unprepared({ dir, config }: KernelTreeFact): TreeTrouble {
  // Without it, preparing does not make modpost.
  if (Object.keys(config).length > 0 && !isSet(config, 'MODULES')) {
    return {
      found: `the kernel source in ${dir} is configured without CONFIG_MODULES`,
      remedy: advice(`Set CONFIG_MODULES=y in the configuration of ${dir}, and run "make modules_prepare" there.`),
    };
  }
  return {
    found: `${dir} is kernel source that is not configured and prepared`,
    remedy: advice(`Configure the source in ${dir} and run "make modules_prepare" there.`),
  };
}

/** Headers of which something is missing, most often a package that they depend on. */
function partial({ dir, dangling }: KernelTreeFact): TreeTrouble {
  const reason = dangling.length > 0 ? `${listing(dangling)}, which it leads to, is not there` : 'it was not prepared';
  return {
    found: `${dir} is only a part of a kernel tree: ${reason}`,
    remedy: advice(
      `Reinstall the package that ${dir} belongs to, with what it depends on; or run "make modules_prepare" in the source it was made from.`,
    ),
  };
}

/**
 * A path that make cannot work with; null where there is nothing wrong. make splits its words at spaces, and Kbuild
 * refuses both (the kernel's top Makefile: "source directory cannot contain spaces or colons").
 */
export function pathTrouble({ dir }: KernelTreeFact): TreeTrouble | null {
  if (!/[\s:]/.test(dir)) return null;
  return {
    found: `the path ${dir} of the kernel tree has a space or a colon in it`,
    remedy: advice(
      'Move the tree to a path without spaces and colons: a symbolic link does not help, since make resolves it.',
    ),
  };
}
