import type { KernelTreeFact } from '../../model/facts.ts';
import { readStart } from '../../system/files/files.ts';
import type { TreePlace } from '../../system/files/tree-path.ts';
import type { BuildPlan } from './build-plan.ts';
import { areMet, type Lookup } from './makefile-condition.ts';

/** A plugin has some 200 kB. */
const longest = 4 * 1024 * 1024;

/** GCC's own plugin-version.h puts its version and its date into each plugin, and GCC refuses those of another one. */
const versionAndDate = /\0(\d+\.\d+\.\d+)\0+20\d{6}\0/;

/** The plugins that a tree's Makefiles make GCC load. */
export function observePlugins(
  at: TreePlace['at'],
  { mentions }: BuildPlan,
  lookup: Lookup,
): KernelTreeFact['plugins'] {
  const files = mentions
    .filter(({ file, conditions }) => /^scripts\/gcc-plugins\/.*\.so$/.test(file) && areMet(conditions, lookup))
    .map(({ file }) => file);
  return [...new Set(files)].map((file) => {
    const text = readStart(at(file), longest)?.toString('latin1') ?? '';
    return { file, gcc: versionAndDate.exec(text)?.[1] ?? null };
  });
}
