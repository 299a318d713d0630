import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { list } from '../observe/files.ts';
import type { Places } from './places.ts';

/** Removes what a run left that was killed. A program of it may still write there for a moment. */
export async function removeLeftovers({ work, tree }: Pick<Places, 'work' | 'tree'>): Promise<void> {
  await rm(work, { recursive: true, force: true, maxRetries: 5 });
  for (const folder of halfLaid(tree)) await rm(folder, { recursive: true, force: true });
}

/** The hidden folders beside a tree's place in which trees are laid before they take it: known by their names, and by what is in them. */
function halfLaid(tree: string): string[] {
  const [parent, start] = [dirname(tree), `.${basename(tree)}-`];
  return (list(parent) ?? [])
    .filter((name) => name.startsWith(start) && /^\w{6}$/.test(name.slice(start.length)))
    .map((name) => join(parent, name))
    .filter((folder) => (list(folder) ?? ['?']).every((name) => name === 'new' || name === 'old'));
}
