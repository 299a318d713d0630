import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TreeState } from '../facts.ts';
import { isFile } from './files.ts';

/** Without these, Kbuild refuses to build modules or cannot link them; `make modules_prepare` makes them. */
const prepared = ['include/config/auto.conf', 'include/generated/autoconf.h', 'scripts/mod/modpost'];

/** What Kbuild would find in the folder. */
export function treeState(dir: string): TreeState {
  try {
    if (!statSync(dir).isDirectory()) return 'not-a-folder';
    accessSync(dir, constants.R_OK | constants.X_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENOTDIR' ? 'not-a-folder' : code === 'ENOENT' || code === 'ELOOP' ? 'missing' : 'unreadable';
  }
  if (!isFile(join(dir, 'Makefile')) || !inTreeOrSource(dir, 'scripts/Makefile.build')) return 'not-a-tree';
  if (!prepared.every((file) => isFile(join(dir, file)))) return 'unprepared';
  return inTreeOrSource(dir, 'init/main.c') ? 'source' : 'headers';
}

/** A tree that was built in a folder of its own (`O=`) has a link `source` to where the sources are. */
function inTreeOrSource(dir: string, file: string): boolean {
  return isFile(join(dir, file)) || isFile(join(dir, 'source', file));
}
