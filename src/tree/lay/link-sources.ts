import { lstat, mkdir, rm, symlink } from 'node:fs/promises';
import { errnoOf } from '../../system/files/errno.ts';
import { buildPaths, type Places } from '../places.ts';

/**
 * Makes links to a tree where it was built: rustc's messages name the source files of crates by the paths that they had when
 * the crates were compiled, and show lines of them. What is there that is not a link stays, such as a source that was kept.
 */
export async function linkSources({ work, tree }: Pick<Places, 'work' | 'tree'>): Promise<void> {
  await mkdir(work, { recursive: true });
  for (const path of Object.values(buildPaths(work))) {
    if (!(await isLinkOrNothing(path))) continue;
    await rm(path, { force: true });
    await symlink(tree, path);
  }
}

async function isLinkOrNothing(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return true;
    throw error;
  }
}
