/** Something beside the compilers that preparing a kernel's source takes. */
interface Need {
  /** Stable: facts and package tables use it. */
  name: string;
  /** What the kernel's build uses it for, one clause. */
  purpose: string;
  /** The first kernel known to ask for it. */
  since: string;
  /** Configuration symbols each of which asks for it, `CONFIG_` left out; null for what every configuration asks for. */
  config: readonly string[] | null;
  /** The architectures, by our names, whose default configuration sets one of them: where it was measured. */
  byDefault: readonly string[];
  /** The kernel's file that asks. */
  source: string;
}

/** A program, by its name. */
export interface PreparationTool extends Need {
  kind: 'tool';
}

/** A library that host programs are built with. */
export interface PreparationLibrary extends Need {
  kind: 'library';
  /** The header that shows it is there, below a folder of headers. */
  header: string;
}

/**
 * What `make defconfig modules_prepare` stops without, and `make olddefconfig modules_prepare` with Debian's own configuration:
 * measured on 6.12.117 and 7.3.4 for x86_64 by hiding one after another. None of them has to be of a certain version.
 * Hiding perl, find, cpio or the openssl program stops nothing; without pahole, CONFIG_DEBUG_INFO_BTF is turned off.
 */
export const preparationNeeds: readonly (PreparationTool | PreparationLibrary)[] = [
  {
    name: 'flex',
    kind: 'tool',
    purpose: 'writes the scanner of its configuration',
    since: '0',
    config: null,
    byDefault: [],
    source: 'scripts/Makefile.host',
  },
  {
    name: 'bison',
    kind: 'tool',
    purpose: 'writes the parser of its configuration',
    since: '0',
    config: null,
    byDefault: [],
    source: 'scripts/Makefile.host',
  },
  {
    name: 'bc',
    kind: 'tool',
    purpose: 'computes constants of time',
    since: '0',
    config: null,
    byDefault: [],
    source: 'Kbuild',
  },
  {
    name: 'awk',
    kind: 'tool',
    purpose: 'writes tables of instructions and processor features',
    since: '0',
    config: null,
    byDefault: [],
    source: 'tools/objtool/arch/x86/Build, arch/x86/Makefile, arch/arm64/tools/Makefile',
  },
  {
    name: 'xargs',
    kind: 'tool',
    purpose: 'hands the parts of host programs to the linker',
    since: '7.3',
    config: ['OBJTOOL'],
    byDefault: ['x86_64'],
    source: 'tools/build/Makefile.build',
  },
  {
    name: 'libelf',
    kind: 'library',
    header: 'libelf.h',
    purpose: 'lets objtool read object files',
    since: '0',
    // resolve_btfids links it, too.
    config: ['OBJTOOL', 'DEBUG_INFO_BTF'],
    byDefault: ['x86_64'],
    source: 'tools/objtool/include/objtool/elf.h',
  },
  {
    name: 'libssl',
    kind: 'library',
    header: 'openssl/opensslv.h',
    purpose: 'lets sign-file sign modules',
    since: '0',
    config: ['MODULE_SIG_FORMAT'],
    byDefault: [],
    source: 'scripts/sign-file.c',
  },
  {
    name: 'libdw',
    kind: 'library',
    header: 'elfutils/libdw.h',
    purpose: 'lets gendwarfksyms read debugging information',
    since: '6.14',
    config: ['GENDWARFKSYMS'],
    byDefault: [],
    source: 'scripts/gendwarfksyms/gendwarfksyms.h',
  },
  {
    name: 'zlib',
    kind: 'library',
    header: 'zlib.h',
    purpose: 'lets resolve_btfids read type information',
    since: '0',
    config: ['DEBUG_INFO_BTF'],
    byDefault: [],
    source: 'tools/lib/bpf/libbpf.c',
  },
  {
    name: 'python3',
    kind: 'tool',
    purpose: "writes the header that resolve_btfids' library includes",
    since: '0',
    config: ['DEBUG_INFO_BTF'],
    byDefault: [],
    source: 'tools/lib/bpf/Makefile',
  },
];
