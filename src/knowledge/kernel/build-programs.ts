import type { KernelTreeFact } from '../../model/facts.ts';
import { givesModulesBtf } from './btf.ts';
import { isSet } from './config-condition.ts';

/** What of a tree decides which programs builds of modules start. */
type Asking = Pick<KernelTreeFact, 'config' | 'vmlinux'>;

/** A program of a kernel tree that builds of modules start. */
interface BuildProgram {
  /** Its path in the tree. */
  file: string;
  /** Whether this tree's builds start it; absent for one that all start. */
  asks?(tree: Asking): boolean;
  source: string;
}

/**
 * gendwarfksyms and genksyms are not among them: Kbuild starts those only for modules that export symbols themselves.
 * Another one is a row more.
 */
export const buildPrograms: readonly BuildProgram[] = [
  { file: 'scripts/basic/fixdep', source: 'cmd_and_fixdep in scripts/Kbuild.include' },
  { file: 'scripts/mod/modpost', source: 'scripts/Makefile.modpost' },
  {
    file: 'tools/objtool/objtool',
    // Up to 5.18 the other symbol asks for it.
    asks: ({ config }) => isSet(config, 'OBJTOOL') || isSet(config, 'STACK_VALIDATION'),
    source: 'objtool in scripts/Makefile.lib, scripts/Makefile.build of 5.10',
  },
  {
    file: 'tools/bpf/resolve_btfids/resolve_btfids',
    asks: givesModulesBtf,
    source: 'scripts/Makefile.modfinal of 6.1, scripts/gen-btf.sh of 7.3',
  },
  {
    file: 'scripts/recordmcount',
    asks: ({ config }) => isSet(config, 'FTRACE_MCOUNT_USE_RECORDMCOUNT'),
    source: 'sub_cmd_record_mcount in scripts/Makefile.build',
  },
];
