import type { KernelTreeFact } from '../../facts.ts';
import { isSet } from '../../knowledge/config-condition.ts';
import { noKernel } from '../answers.ts';
import { type Answer, check } from '../check.ts';
import { advice } from '../remedies.ts';

/** What a build reads of a tree beside its configuration: without either of them modpost stops. */
export const kernelSymvers = check({
  id: 'kernel.symvers',
  title: 'Exported symbols',
  goals: ['freestanding', 'rust-for-linux'],
  about:
    "Whether the tree has Module.symvers, the list of the kernel's exported symbols, and the programs of the build that read it and that check the module's code. make stops without them; without the list that of old kernels only warns.",
  remedy: 'Build the kernel in its source with make, or reinstall the package of the headers.',
  source: 'scripts/Makefile.modpost and scripts/Makefile.lib; Documentation/kbuild/modules.rst.',
  judge(_facts, { kernel }): Answer {
    if (kernel === null) return noKernel;
    const { tree } = kernel;
    if (tree === null) return { status: 'ok', found: `the headers of ${kernel.title} list its exported symbols` };
    const programs = programsFor(tree).filter((path) => !tree.hostPrograms.includes(path));
    const missing = [...programs, ...(tree.moduleSymvers ? [] : ['Module.symvers'])];
    if (missing.length === 1 && tree.modpostForgives) return forgiven(tree);
    if (missing.length === 0) return { status: 'ok', found: 'Module.symvers and the programs of the build are there' };
    return {
      status: 'fail',
      found: `${tree.dir} lacks ${missing.join(', ')}`,
      needed: 'the list of exported symbols and the programs that link modules against it',
      remedies: [
        advice(
          tree.state === 'source'
            ? `Build the kernel in ${tree.dir} with "make": preparing it alone does not make Module.symvers.`
            : `Reinstall the package that ${tree.dir} belongs to, with what it depends on.`,
        ),
      ],
    };
  },
});

/** Such a module carries no versions of symbols, which a kernel with CONFIG_MODVERSIONS takes only by force. */
function forgiven({ dir }: KernelTreeFact): Answer {
  return {
    status: 'warn',
    found: `${dir} lacks Module.symvers: make only warns, and nobody sees whether the kernel exports what a module calls`,
    needed: 'the list of exported symbols, or the module may be refused when it is loaded',
  };
}

function programsFor({ config }: KernelTreeFact): string[] {
  return [
    'scripts/basic/fixdep',
    'scripts/mod/modpost',
    ...(isSet(config, 'OBJTOOL') ? ['tools/objtool/objtool'] : []),
  ];
}
