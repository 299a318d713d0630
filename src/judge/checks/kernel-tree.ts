import type { Facts, KernelTreeFact } from '../../facts.ts';
import { type Answer, check } from '../check.ts';
import { isUsable } from '../kernel.ts';
import { advice, install } from '../remedies.ts';
import { isFor, type Target } from '../target.ts';

const needed = 'a kernel tree that modules can be built against: headers, or a prepared source';
const goals = ['freestanding', 'rust-for-linux', 'boot'] as const;

export const kernelTree = check({
  id: 'kernel.tree',
  title: 'Kernel tree',
  goals,
  judge(facts, target) {
    const { tree } = target;
    if (tree === null) return noTree(facts, target);
    if (!isUsable(tree)) {
      const { found, remedy } = stateTrouble(tree);
      return { status: 'fail', found, needed, remedies: [advice(remedy)] };
    }
    if (/[\s:]/.test(tree.dir)) return awkwardPath(tree);
    if (!isFor(tree, target.architecture)) return foreignTree(tree, target);
    return {
      status: 'ok',
      found: `${tree.state === 'headers' ? 'headers' : 'source'} of ${tree.release} in ${tree.dir}`,
    };
  },
});

function noTree({ host }: Facts, { distribution, architecture }: Target): Answer {
  return {
    status: 'fail',
    found: 'no kernel tree is installed',
    needed,
    remedies: [install('kernel headers', [distribution?.headers[architecture.name]], distribution, host)],
  };
}

/** make splits its words at spaces, and Kbuild refuses both (the kernel's top Makefile: "source directory cannot contain spaces or colons"). */
function awkwardPath({ dir }: KernelTreeFact): Answer {
  return {
    status: 'fail',
    found: `the path ${dir} of the kernel tree has a space or a colon in it`,
    needed: 'a path that Kbuild can work with',
    remedies: [
      advice(
        'Move the tree to a path without spaces and colons: a symbolic link does not help, since make resolves it.',
      ),
    ],
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

function stateTrouble({ dir, state, origin }: KernelTreeFact): { found: string; remedy: string } {
  const another = origin === 'named' ? 'Name another folder with --kdir, or none.' : 'Name a kernel tree with --kdir.';
  switch (state) {
    case 'missing':
      return { found: `there is nothing at ${dir}`, remedy: another };
    case 'not-a-folder':
      return { found: `${dir} is not a folder`, remedy: another };
    case 'unreadable':
      return {
        found: `${dir} cannot be read by this user`,
        remedy: `Make ${dir} readable, or name another folder with --kdir.`,
      };
    case 'unprepared':
      return {
        found: `${dir} is kernel source that is not configured and prepared`,
        remedy: `Configure the source in ${dir} and run "make modules_prepare" there.`,
      };
    default:
      return { found: `${dir} is no kernel tree`, remedy: another };
  }
}
