import type { Flavour } from '../../model/assessment.ts';
import type { KernelTreeFact } from '../../model/facts.ts';
import { givesModulesBtf } from './btf.ts';

/** A program beside compilers, linker, make and pahole that builds of modules start. */
interface BuildTool {
  name: string;
  /** What it is called for, to follow "which". */
  purpose: string;
  /** It is one of GNU's binutils: a cross compiler has one of its own, and LLVM another. */
  binutils?: true;
  /** Only builds of this flavour stop without it; absent for both. */
  flavour?: Flavour;
  /** The first kernel that calls it; absent where every one before `until` does. */
  from?: string;
  /** The first kernel that no longer calls it; absent where every one does. */
  until?: string;
  /** Whether modules of this tree need it; absent where those of every tree do. */
  asks?(tree: KernelTreeFact | null): boolean;
  source: string;
}

const core = {
  purpose: 'finds core and alloc in the cache',
  flavour: 'freestanding',
  source: "the module's own scripts/core.sh",
} as const;

/** Measured by taking away one after another from builds of modules for 6.1 and 7.3: make goes on without some that it calls. Another one is a row more. */
export const buildTools: readonly BuildTool[] = [
  { name: 'as', purpose: 'assembles what GCC compiles', binutils: true, source: 'gcc(1)' },
  {
    name: 'readelf',
    purpose: "looks for what the kernel's loader cannot relocate",
    binutils: true,
    source: "the module's own scripts/check-got.sh",
  },
  {
    name: 'nm',
    purpose: 'looks for exported symbols that are local',
    binutils: true,
    until: '6.5',
    source: 'scripts/check-local-export',
  },
  {
    name: 'objcopy',
    purpose: 'puts BTF into modules',
    binutils: true,
    asks: givesModulesBtf,
    source: 'scripts/Makefile.modfinal, scripts/gen-btf.sh',
  },
  { name: 'sh', purpose: 'runs every command of make', source: 'CONFIG_SHELL in the top Makefile' },
  { name: 'find', purpose: "removes what another kernel's build left", source: "the module's own scripts/clean.sh" },
  { name: 'rm', purpose: 'removes what a build made in passing', source: 'cmd_and_fixdep in scripts/Kbuild.include' },
  { name: 'awk', purpose: "lists a module's object files", source: 'cmd_mod in scripts/Makefile.build' },
  { name: 'sed', purpose: 'edits lists of names', source: 'scripts/modules-check.sh' },
  { name: 'sort', purpose: 'lists relocations', source: "the module's own scripts/check-got.sh" },
  { name: 'tr', purpose: 'reads which kernel a module is for', source: "the module's own scripts/check-release.sh" },
  {
    name: 'mkdir',
    purpose: 'makes the folders in which Kbuild tries which options the compilers know, and leaves out the rest',
    source: 'TMPOUT in scripts/Makefile.compiler',
  },
  { name: 'cat', purpose: 'lists the modules to link', until: '6.2', source: 'scripts/Makefile.modfinal' },
  { ...core, name: 'cat', from: '6.2' },
  ...['cut', 'dirname', 'grep', 'sha256sum'].map((name) => ({ ...core, name })),
];
