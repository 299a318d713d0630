import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The tree a module is built for: its folder and the release it is of. */
interface Tree {
  dir: string;
  release: string | null;
}

/**
 * Looks for a module of the kernel's own that bears a name. The kernel tells modules apart by name alone, with hyphens taken for
 * underscores (`scripts/Makefile.lib`, name-fix), so only one of two namesakes can be loaded.
 * @param name letters, digits and underscores
 * @returns its path below the kernel's modules, `drivers/misc/dummy`, or null where there is none or nobody has listed them.
 */
export async function findNamesake({ dir, release }: Tree, name: string, root = '/'): Promise<string | null> {
  const installed =
    release === null ? [] : ['modules.dep', 'modules.builtin'].map((list) => join(root, 'lib/modules', release, list));
  const texts = await Promise.all([...installed, join(dir, 'modules.order'), join(dir, 'Module.symvers')].map(read));
  // Megabytes of lines: looked for in one go, not line by line.
  const ending = new RegExp(`/${name.replaceAll('_', '[-_]')}(?=\\.k?o|\\t)`, 'g');
  const paths = texts.flatMap((text) =>
    [...text.matchAll(ending)].map((match) => wordUpTo(text, match.index + match[0].length)),
  );
  return paths.find((path) => !external.test(path)) ?? null;
}

/** Where `make modules_install` puts modules from outside the kernel: most likely the very one, installed before. */
const external = /^(updates|extra)\//;

/** The word that ends at a place. */
function wordUpTo(text: string, end: number): string {
  return /\S*$/.exec(text.slice(Math.max(0, end - 4096), end))?.[0] ?? '';
}

async function read(file: string): Promise<string> {
  // Names are ASCII, and megabytes are read faster without looking for anything else.
  return readFile(file, 'latin1').catch(() => '');
}
