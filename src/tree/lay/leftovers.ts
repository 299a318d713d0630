import { rm } from 'node:fs/promises';
import type { Places } from '../places.ts';
import { removeAbandoned, type WhyForeign } from './beside.ts';

/** Removes what a run left that was killed. A program of it may still write there for a moment. */
export async function removeLeftovers(
  { work, tree }: Pick<Places, 'work' | 'tree'>,
  whyForeign: WhyForeign,
): Promise<void> {
  await rm(work, { recursive: true, force: true, maxRetries: 5 });
  await removeAbandoned(tree, whyForeign);
}
