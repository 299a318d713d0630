import type { ConfigCondition } from '../../../knowledge/kernel/config-condition.ts';
import type { Remedy } from '../../../model/assessment.ts';
import type { Facts, KernelTreeFact } from '../../../model/facts.ts';
import { listing } from '../../../text/listing.ts';
import { type Answer, check } from '../../check.ts';
import { isFor, type Target } from '../../context.ts';
import { bringForeign, isForeignTarget } from '../../foreign.ts';
import { advice, install } from '../../remedy/remedies.ts';
import { brokenConditions } from '../../tree/config-conditions.ts';
import { bringOwnHeaders } from '../../tree/headers-choice.ts';
import { isUsable } from '../../tree/kernel.ts';
import { pathTrouble, stateTrouble } from '../../tree/tree-trouble.ts';

const needed = 'a kernel tree that modules can be built against: headers, or a prepared source';

export const kernelTree = check({
  id: 'kernel.tree',
  title: 'Kernel tree',
  goals: ['freestanding', 'rust-for-linux', 'boot'],
  about:
    'Whether there is a folder that Kbuild builds modules against: the headers of a kernel, or its source, configured and prepared. It has to be of the right architecture, for freestanding modules of a kind that they are made for, and to lie where its own paths lead.',
  remedy: "Install the headers of a kernel; or run make modules_prepare in a kernel's source and name it with --kdir.",
  source: 'Documentation/kbuild/modules.rst; the checks of the top Makefile and of scripts/Makefile.modpost.',
  judge(facts, target) {
    const { tree } = target;
    if (tree === null) return noTree(facts, target);
    if (tree.state === 'missing' && facts.absent?.origin === 'named') return noNamedKernel(facts, target);
    const trouble = isUsable(tree) ? pathTrouble(tree) : stateTrouble(tree);
    if (trouble) return { status: 'fail', found: trouble.found, needed, remedies: [trouble.remedy] };
    if (!isFor(tree, target.architecture)) return foreignTree(tree, target);
    if (tree.outside.length > 0) return leadsOut(tree);
    const broken = brokenFor(tree, target);
    if (broken.length > 0) return otherVariant(tree, target, broken);
    if (tree.otherRelease !== null) return mixed(tree, tree.otherRelease);
    const kind = tree.state === 'headers' ? 'headers' : 'source';
    const where = tree.unpackedIn === null ? '' : `, merely unpacked in ${tree.unpackedIn}`;
    return { status: 'ok', found: `${kind} of ${tree.release ?? 'an unknown release'} in ${tree.dir}${where}` };
  },
});

/** The kernel compares what utsrelease.h says alone: a module built from the rest of another one loads, and may crash it. */
function mixed({ dir, release }: KernelTreeFact, other: string): Answer {
  return {
    status: 'warn',
    found: `${dir} is of two kernels: include/generated/utsrelease.h is of ${release}, other files are of ${other}`,
    needed: 'a tree whose files are all of one kernel',
    remedies: [
      advice(`Reinstall the headers, or run "make modules_prepare" again in the source that ${dir} was made from.`),
    ],
  };
}

function noTree(facts: Facts, target: Target): Answer {
  if (isForeignTarget(target, facts)) return noForeignTree(facts, target);
  const { absent = null } = facts;
  const { distribution, architecture, headers } = target;
  const own = bringOwnHeaders(facts, architecture, distribution);
  const instead = distribution?.treeAdvice
    ? advice(distribution.treeAdvice)
    : install('kernel headers', [headers?.package], distribution, facts.host);
  return {
    status: 'fail',
    found:
      headers?.isWanted && absent ? `no kernel tree of ${absent.release} is installed` : 'no kernel tree is installed',
    needed,
    remedies: headers?.isWanted && own ? [own] : [...(own ? [besideOther(own, facts, target)] : []), instead],
  };
}

/** That what is installed instead is of another kernel must not come as a surprise. */
function besideOther(own: Remedy, { absent }: Facts, { headers }: Target): Remedy {
  if (headers === null) return own;
  const release = absent?.headers?.[headers.package];
  const other = `What ${headers.package} brings instead is the tree of another kernel${release ? `, ${release}` : ''}: modules built with it load in that kernel and in QEMU, not in the running one.`;
  return { ...own, text: `${own.text} ${other}` };
}

/** Named by its release, and neither its tree is here nor does apt know its headers. */
function noNamedKernel(facts: Facts, { distribution, architecture, tree, timeoutMs }: Target): Answer {
  const release = facts.absent?.release;
  const own = bringOwnHeaders(facts, architecture, distribution);
  if (facts.commands.some(({ argv: [program = ''], timedOut }) => timedOut && program.endsWith('/apt-cache'))) {
    return {
      status: 'timeout',
      found: `apt-cache did not answer within ${timeoutMs / 1000} s whether it has headers of the kernel ${release}`,
      needed,
    };
  }
  return {
    status: 'fail',
    found: `there is no tree of the kernel ${release}: nothing is at ${tree?.dir}`,
    needed,
    remedies: [own ?? advice('Name another kernel with --kernel, or its tree with --kdir.')],
  };
}

function noForeignTree(facts: Facts, target: Target): Answer {
  const { name } = target.architecture;
  return {
    status: 'fail',
    found: `there is no kernel tree of ${name} here`,
    needed,
    remedies: [
      bringForeign(target, facts) ??
        advice(
          `Name a kernel tree of ${name} with --kdir: set-up brings none on ${target.distribution?.title ?? 'this machine'}.`,
        ),
    ],
  };
}

/** What in a tree's configuration keeps freestanding modules of its architecture out. */
function brokenFor({ release, config }: KernelTreeFact, { architecture: { freestanding } }: Target): ConfigCondition[] {
  return brokenConditions(freestanding.conditions, release ?? '', config);
}

function otherVariant({ release }: KernelTreeFact, { architecture }: Target, broken: ConfigCondition[]): Answer {
  return {
    status: 'fail',
    goals: ['freestanding'],
    found: `${release === null ? 'this kernel' : `the kernel ${release}`} is of a kind that freestanding modules for ${architecture.name} are not made for: ${listing(broken.map(({ title }) => title))}`,
    needed: `a kernel with ${listing(broken.map(({ change }) => change))}`,
    detail: `Rules: ${broken.map(({ source }) => source).join('; ')}.`,
    remedies: [advice(`Name the tree of a kernel with ${listing(broken.map(({ change }) => change))} with --kdir.`)],
  };
}

function foreignTree({ dir }: KernelTreeFact, { architecture }: Target): Answer {
  return {
    status: 'fail',
    found: `the kernel tree ${dir} is not configured for ${architecture.name}`,
    needed: `a tree whose configuration has ${architecture.config}=y`,
    remedies: [advice(`Name a kernel tree of ${architecture.name} with --kdir.`)],
  };
}

/** The tree itself may be as it should, which the other findings tell: somebody may look at a package before it is installed. */
function leadsOut({ dir, unpackedIn, outside }: KernelTreeFact): Answer {
  return {
    status: 'fail',
    found: `${dir} was merely unpacked, and names paths that are not on this machine: ${listing(outside)}`,
    needed: 'a tree that lies where its own paths lead',
    detail: `Everything else about it is judged as if it were installed, with ${unpackedIn} in the place of /.`,
    remedies: [
      advice(`Install the packages that ${dir} was unpacked from, or run make with ${unpackedIn} as its root.`),
    ],
  };
}
