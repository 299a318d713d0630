import type { KnownFailure } from '../../src/knowledge/module/failures/failure.ts';
import { knownFailures } from '../../src/knowledge/module/failures.ts';
import type { Flavour } from '../../src/model/assessment.ts';

/** The ids of the failures that `explain.sh` of a flavour finds in a log: as it does, but without a shell. */
export function explained(flavour: Flavour, log: string): string[] {
  const lines = log.split('\n');
  const ofLine = new Map<number, KnownFailure>();
  for (const row of knownFailures) {
    const { flavours, pattern } = row;
    const expression = new RegExp(pattern);
    const line = flavours.includes(flavour) ? lines.findIndex((text) => expression.test(text)) : -1;
    if (line >= 0 && !ofLine.has(line)) ofLine.set(line, row);
  }
  const inOrder = [...ofLine].sort(([a], [b]) => a - b);
  const told = inOrder.filter(([, { mayFollow }], index) => index === 0 || !mayFollow);
  return told.slice(0, 3).map(([, { id }]) => id);
}
