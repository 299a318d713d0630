import type { KernelTreeFact } from '../../../model/facts.ts';
import { type Answer, check } from '../../check.ts';
import { advice } from '../../remedy/remedies.ts';
import { isFullSource, isUsable } from '../../tree/kernel.ts';
import { pathTrouble, stateTrouble } from '../../tree/tree-trouble.ts';

const needed = "a kernel's full source";

export const kernelSource = check({
  id: 'kernel.source',
  title: 'Kernel source',
  goals: ['kernel'],
  about:
    'Whether there is a source to prepare or to build a kernel from. Headers cannot be prepared again: they lack the sources of the Rust crates.',
  remedy: "Unpack a kernel's source, and name it with --kdir.",
  source: 'Documentation/kbuild/kbuild.rst and Documentation/rust/quick-start.rst.',
  judge(_facts, { source: { tree, title } }) {
    if (tree === null) {
      return {
        status: 'warn',
        found: `no kernel source was named or found: the tools are judged for ${title}, the newest that is known`,
        needed: 'the folder of a source, to judge that one: name it with --kdir',
      };
    }
    if (!isFullSource(tree)) return noSource(tree);
    const trouble = pathTrouble(tree);
    if (trouble) return { status: 'fail', found: trouble.found, needed, remedies: [trouble.remedy] };
    if (!tree.writable) return readOnly(tree);
    return {
      status: 'ok',
      found: `source of ${tree.version ?? tree.release ?? 'an unknown release'} in ${tree.dir}, ${progress(tree)}`,
    };
  },
});

function noSource(tree: KernelTreeFact): Answer {
  if (!isUsable(tree)) {
    const { found, remedy } = stateTrouble(tree);
    return { status: 'fail', found, needed, remedies: [remedy] };
  }
  return {
    status: 'fail',
    found: `${tree.dir} holds the headers of ${tree.release ?? 'an unknown release'}, which cannot be prepared`,
    needed,
    remedies: [advice(`Name the folder of the kernel's full source with --kdir instead of ${tree.dir}.`)],
  };
}

function readOnly({ dir }: KernelTreeFact): Answer {
  return {
    status: 'warn',
    found: `this user may not write into ${dir}, where make would put what it makes`,
    needed: 'a folder of your own for that: make O=FOLDER',
    remedies: [
      advice(
        `Keep what make writes apart from the source: make O=FOLDER in ${dir}; or copy the source to a folder of your own.`,
      ),
    ],
  };
}

function progress({ state, config }: KernelTreeFact): string {
  if (state === 'source') return 'prepared already';
  return Object.keys(config).length > 0 ? 'configured, not prepared yet' : 'not configured yet';
}
