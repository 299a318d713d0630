import { release as runningRelease } from 'node:os';
import { join } from 'node:path';
import { isFile, stat } from '../../system/files/files.ts';
import { readRegular } from '../../system/files/regular-file.ts';

/** The tree a module is built for: its folder and the release it is of. */
interface Tree {
  dir: string;
  release: string | null;
}

/** What of the kernel's own bears a module's name already. */
export interface Namesake {
  /** Its path below the kernel's modules, `drivers/misc/dummy`, or its folder in /sys. */
  path: string;
  /** A part of the kernel itself, which cannot be unloaded. */
  builtIn: boolean;
}

/**
 * Looks for what of the kernel's own bears a name. The kernel tells modules apart by name alone, with hyphens taken for
 * underscores (`scripts/Makefile.lib`, name-fix), so only one of two namesakes can be loaded.
 * @param name letters, digits and underscores
 * @returns null if there is none or nobody has listed them.
 */
export async function findNamesake({ dir, release }: Tree, name: string, root = '/'): Promise<Namesake | null> {
  const modules = release === null ? null : join(root, 'lib/modules', release);
  const builtIn = await firstOf([modules, dir], ['modules.builtin'], name);
  if (builtIn !== null) return { path: builtIn, builtIn: true };
  const running = join(root, 'sys/module', name);
  // Loaded modules have that file, and built-in code has not.
  if (release === runningRelease() && stat(running) !== null && !isFile(join(running, 'initstate')))
    return { path: running, builtIn: true };
  const module =
    (await firstOf([modules], ['modules.dep'], name)) ??
    (await firstOf([dir], ['modules.order', 'Module.symvers'], name));
  return module === null ? null : { path: module, builtIn: false };
}

/** The first path of that name in lists of the kernel's modules. */
async function firstOf(folders: (string | null)[], lists: string[], name: string): Promise<string | null> {
  const files = folders.flatMap((folder) => (folder === null ? [] : lists.map((list) => join(folder, list))));
  // Megabytes of lines: looked for in one go, not line by line.
  const ending = new RegExp(`/${name.replaceAll('_', '[-_]')}(?=\\.k?o|\\t)`, 'g');
  for (const file of files) {
    const text = await read(file);
    for (const match of text.matchAll(ending)) {
      const path = wordUpTo(text, match.index + match[0].length);
      if (!external.test(path)) return path;
    }
  }
  return null;
}

/** Where `make modules_install` puts modules from outside the kernel: most likely the very one, installed before. */
const external = /^(updates|extra)\//;

/** The word that ends at a place. */
function wordUpTo(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < longestPath && text.charCodeAt(start - 1) > space) start -= 1;
  return text.slice(start, end);
}

const space = 32;
const longestPath = 4096;

async function read(file: string): Promise<string> {
  // Names are ASCII, and megabytes are read faster without looking for anything else.
  return readRegular(file, { encoding: 'latin1' }).catch(() => '');
}
