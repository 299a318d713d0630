import type { Assessment } from '../model/assessment.ts';
import { Failure } from '../model/failure.ts';

/** What is at the place of a tree that was named, and is none. */
const none: readonly string[] = ['missing', 'not-a-folder', 'unreadable', 'not-a-tree'];

/**
 * A module is not written for a tree that is not there: its settings would lead nowhere.
 * @throws Failure saying what is wrong with the tree that was named, and what to do.
 */
export function refuseNoTree({ target, findings }: Pick<Assessment, 'target' | 'findings'>): void {
  if (!none.includes(target.kernel?.state ?? '')) return;
  const { found, remedies } = findings.find(({ id }) => id === 'kernel.tree') ?? { found: '', remedies: [] };
  const sentence = `${found.slice(0, 1).toUpperCase()}${found.slice(1)}.`;
  throw new Failure('kernel.no-tree', [sentence, ...remedies.map(({ text }) => text)].join(' '));
}
