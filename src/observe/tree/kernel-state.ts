import { accessSync, constants, statSync } from 'node:fs';
import type { TreeState } from '../../model/facts.ts';
import { isFile } from '../../system/files/files.ts';
import type { TreePlace } from '../../system/files/tree-path.ts';
import { makefileReferences, type Reference } from './tree-references.ts';

/** Without these, Kbuild refuses to build modules or cannot link them; `make modules_prepare` makes them. */
const prepared = ['include/config/auto.conf', 'include/generated/autoconf.h', 'scripts/mod/modpost'];

/**
 * What Kbuild would find in the folder.
 * @param references what the tree's Makefile names outside of it
 */
export function treeState(place: TreePlace, references: Reference[] = makefileReferences(place)): TreeState {
  const { at } = place;
  try {
    if (!statSync(at('')).isDirectory()) return 'not-a-folder';
    accessSync(at(''), constants.R_OK | constants.X_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENOTDIR' ? 'not-a-folder' : code === 'ENOENT' || code === 'ELOOP' ? 'missing' : 'unreadable';
  }
  const hasRules = isFile(at('Makefile')) && inTreeOrSource(at, 'scripts/Makefile.build');
  if (!hasRules || references.some(({ there }) => !there)) return 'not-a-tree';
  if (!prepared.every((file) => isFile(at(file)))) return 'unprepared';
  return isFullSource(place) ? 'source' : 'headers';
}

/** Whether modules can be built against what is in that state. */
export function isPrepared(state: TreeState): boolean {
  return state === 'headers' || state === 'source';
}

/** Whether it holds the kernel's own sources, prepared or not. */
export function isFullSource({ at }: TreePlace): boolean {
  return inTreeOrSource(at, 'init/main.c');
}

/** A tree that was built in a folder of its own (`O=`) has a link `source` to where the sources are. */
function inTreeOrSource(at: TreePlace['at'], file: string): boolean {
  return isFile(at(file)) || isFile(at(`source/${file}`));
}
