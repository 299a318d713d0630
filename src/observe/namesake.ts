import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The tree a module is built for: its folder and the release it is of. */
interface Tree {
  dir: string;
  release: string | null;
}

/** Where `make modules_install` puts modules from outside the kernel: most likely the very one, installed before. */
const external = /^(updates|extra)\//;

/**
 * Looks for a module of the kernel's own that bears a name. The kernel tells modules apart by name alone, with hyphens taken for
 * underscores (`scripts/Makefile.lib`, name-fix), so only one of two namesakes can be loaded.
 * @returns its path below the kernel's modules, `drivers/misc/dummy`, or null where there is none or nobody has listed them.
 */
export async function findNamesake({ dir, release }: Tree, name: string, root = '/'): Promise<string | null> {
  const installed =
    release === null ? [] : ['modules.dep', 'modules.builtin'].map((list) => join(root, 'lib/modules', release, list));
  const texts = await Promise.all([...installed, join(dir, 'modules.order'), join(dir, 'Module.symvers')].map(read));
  return texts.flatMap(modulePaths).find((path) => nameOf(path) === name && !external.test(path)) ?? null;
}

async function read(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

/** `kernel/fs/ext4/ext4.ko.xz: …` of modules.dep, `…/x.ko` and `…/x.o` of the others, the third column of Module.symvers. */
function modulePaths(text: string): string[] {
  const listed = [...text.matchAll(/^([^\s:]+)\.k?o(?:\.\w+)?(?::.*)?$/gm)].map(([, path = '']) => path);
  const exporting = [...text.matchAll(/^0x\w+\t\w+\t([^\t\n]+)\t/gm)].map(([, path = '']) => path);
  return [...listed, ...exporting.filter((path) => path !== 'vmlinux')];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replaceAll('-', '_');
}
