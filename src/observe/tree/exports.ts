import { isSet } from '../../knowledge/kernel/config-condition.ts';
import { moduleExports } from '../../knowledge/kernel/module-exports.ts';
import { readText, stat, withFile } from '../../system/files/files.ts';
import type { TreePlace } from '../../system/files/tree-path.ts';

/** Debian's lists have 2 MB, and looking through all of one costs as much as all else that is read of a tree. */
const short = 256 * 1024;
const longest = 16 * 1024 * 1024;

/** CONFIG_MODULES and what depends on it come before the drivers. */
const startOfConfig = 128 * 1024;

/**
 * The names that a tree's Module.symvers lacks out of those that modules refer to, the first of several: only a kernel
 * that keeps no more exports than its own modules need, or a list that was cut off, lacks one of them.
 */
export function observeUnexported(at: TreePlace['at'], config: Record<string, string>): string[] {
  const file = at('Module.symvers');
  const bytes = stat(file)?.size ?? 0;
  if (bytes > short && !isTrimmed(at, config)) return [];
  const list = withFile(file, ({ size, read }) => read(0, Math.min(size, longest))) ?? Buffer.alloc(0);
  const isListed = (name: string) => list.includes(/^\d/.test(name) ? `${name}\t` : `\t${name}\t`, 0, 'latin1');
  return moduleExports
    .filter(({ flavour, names }) => (flavour === 'freestanding' || isSet(config, 'RUST')) && !names.some(isListed))
    .map(({ names: [name] }) => name);
}

/** Either file may have been changed after the kernel was built. */
function isTrimmed(at: TreePlace['at'], config: Record<string, string>): boolean {
  const text = readText(at('.config'), startOfConfig) ?? '';
  return isSet(config, 'TRIM_UNUSED_KSYMS') || text.includes('\nCONFIG_TRIM_UNUSED_KSYMS=y\n');
}
