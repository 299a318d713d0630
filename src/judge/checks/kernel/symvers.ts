import { moduleExports } from '../../../knowledge/kernel/module-exports.ts';
import type { Flavour } from '../../../model/assessment.ts';
import type { KernelTreeFact } from '../../../model/facts.ts';
import { listing } from '../../../text/listing.ts';
import { noKernel } from '../../answers.ts';
import { type Answer, check } from '../../check.ts';
import { joinAnswers, type Part } from '../../join-answers.ts';
import { advice } from '../../remedy/remedies.ts';

const needed = 'the list of the symbols that the kernel exports, and in it those that modules refer to';

/** What a build reads of a tree beside its configuration: without it modpost stops. */
export const kernelSymvers = check({
  id: 'kernel.symvers',
  title: 'Exported symbols',
  goals: ['freestanding', 'rust-for-linux'],
  about:
    "Whether the tree has Module.symvers, the list of the kernel's exported symbols, and whether the symbols that each module refers to are in it: a kernel with CONFIG_TRIM_UNUSED_KSYMS exports only what its own modules use. make stops without them; without the list that of old kernels only warns. Also whether the lists of other modules that KBUILD_EXTRA_SYMBOLS names can be read.",
  remedy:
    'Build the kernel in its source with make, without CONFIG_TRIM_UNUSED_KSYMS; or reinstall the package of the headers.',
  source: 'scripts/Makefile.modpost; TRIM_UNUSED_KSYMS in kernel/module/Kconfig; Documentation/kbuild/modules.rst.',
  judge({ missingSymbolLists = [] }, { kernel }): Answer {
    if (kernel === null) return noKernel;
    if (missingSymbolLists.length > 0) return missingLists(missingSymbolLists);
    const { tree } = kernel;
    if (tree === null) return { status: 'ok', found: `the headers of ${kernel.title} list its exported symbols` };
    if (!tree.moduleSymvers) return tree.modpostForgives ? forgiven(tree) : missing(tree);
    const lacking = [...lacks('freestanding', tree), ...lacks('rust-for-linux', tree)];
    return lacking.length > 0
      ? joinAnswers(lacking)
      : { status: 'ok', found: 'Module.symvers lists the symbols that modules refer to' };
  },
});

function missingLists(lists: readonly string[]): Answer {
  return {
    status: 'fail',
    found: `KBUILD_EXTRA_SYMBOLS in the environment names ${listing(lists)}, which cannot be read`,
    needed: "files in KBUILD_EXTRA_SYMBOLS that exist: other modules' Module.symvers",
    remedies: [advice('Build the modules that they belong to first, or unset KBUILD_EXTRA_SYMBOLS.')],
  };
}

function missing({ dir, state }: KernelTreeFact): Answer {
  return {
    status: 'fail',
    found: `${dir} lacks Module.symvers`,
    needed,
    remedies: [
      advice(
        state === 'source'
          ? `Build the kernel in ${dir} with "make": preparing it alone does not make Module.symvers.`
          : `Reinstall the package that ${dir} belongs to, with what it depends on.`,
      ),
    ],
  };
}

/** Such a module carries no versions of symbols, which a kernel with CONFIG_MODVERSIONS takes only by force. */
function forgiven({ dir }: KernelTreeFact): Answer {
  return {
    status: 'warn',
    found: `${dir} lacks Module.symvers: make only warns, and nobody sees whether the kernel exports what a module calls`,
    needed: 'the list of exported symbols, or the module may be refused when it is loaded',
  };
}

/** Modules of one kind alone that cannot be built are worth a warning. */
function lacks(flavour: Flavour, { dir, unexported }: KernelTreeFact): Part[] {
  const rows = moduleExports.filter((row) => row.flavour === flavour && unexported.includes(row.names[0]));
  const all = rows.filter(({ kind }) => kind === undefined);
  const decisive = all.length > 0 ? all : rows;
  if (decisive.length === 0) return [];
  const kinds = [...new Set(decisive.map(({ kind }) => kind).filter((kind) => kind !== undefined))];
  const who = kinds.length > 0 ? `modules of the kind ${listing(kinds)}` : `all ${flavour} modules`;
  return [
    {
      goals: [flavour],
      status: all.length > 0 ? 'fail' : 'warn',
      found: `Module.symvers of ${dir} does not list ${listing(decisive.map(({ names }) => names[0]))}, which ${who} refer to`,
      needed,
      remedies: [
        advice(
          'Use a kernel built without CONFIG_TRIM_UNUSED_KSYMS, or with these names in the file that CONFIG_UNUSED_KSYMS_WHITELIST names. If the list is merely damaged, reinstall the package of the headers.',
        ),
      ],
    },
  ];
}
