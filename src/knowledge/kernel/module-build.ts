/**
 * The Makefiles of Kbuild that a build of modules starts with; whatever else make reads, these include. A later kernel that
 * starts with another one needs a row here.
 */
export const firstMakefiles: readonly string[] = [
  'Makefile',
  'scripts/Makefile.build',
  'scripts/Makefile.modpost',
  'scripts/Makefile.modfinal',
];

/**
 * What the variables are, while a module outside of the kernel's tree is built, that decide which Makefiles are included.
 * Source: the top Makefile and scripts/Makefile.build of 5.10, 6.1, 6.12 and 7.3.
 */
export const buildVariables: Readonly<Record<string, string>> = {
  'config-build': '',
  hostprogs: '',
  KBUILD_EXTMOD: 'a folder',
  'may-sync-config': '',
  'mixed-build': '',
  'need-compiler': '1',
  'need-config': '1',
  'need-sub-make': '',
  sub_make_done: '1',
  userprogs: '',
};

/**
 * Scripts that recipes of such a build run, where a Makefile of the tree names them: a file that is missing or cannot be
 * executed stops it. `direct`: started by its own name, not handed to a shell.
 */
export const buildScripts: readonly { file: string; direct: boolean; btf?: true }[] = [
  { file: 'scripts/check-local-export', direct: true },
  { file: 'scripts/modules-check.sh', direct: false },
  { file: 'scripts/gen-btf.sh', direct: false, btf: true },
];

/** One of them lays out modules, since 5.10; the configuration decides which one the kernel's build makes. */
export const linkerScripts = ['scripts/module.lds', 'arch/$(SRCARCH)/module.lds'] as const;

/**
 * Headers that each module includes: modpost writes them into its last source file, or no module goes without them. Which of
 * ten thousand others one includes, only its own sources tell.
 */
export const moduleHeaders: readonly { tree: 'source' | 'object'; file: string }[] = [
  { tree: 'object', file: 'include/generated/utsrelease.h' },
  ...['module', 'init', 'printk', 'slab', 'vermagic'].map((name) => ({
    tree: 'source' as const,
    file: `include/linux/${name}.h`,
  })),
];

/** Folders of headers. Each module includes some of each, since linux/types.h and linux/compiler.h do. */
export const headerFolders: readonly { tree: 'source' | 'object'; folder: string }[] = [
  ...['include/asm-generic', 'include/uapi', 'arch/$(SRCARCH)/include/asm', 'arch/$(SRCARCH)/include/uapi'].map(
    (folder) => ({ tree: 'source' as const, folder }),
  ),
  ...['asm', 'uapi'].map((name) => ({
    tree: 'object' as const,
    folder: `arch/$(SRCARCH)/include/generated/${name}`,
  })),
];
