import { adviceFor } from '../knowledge/module/failures/failure.ts';
import { knownFailures } from '../knowledge/module/failures.ts';
import type { Flavour } from '../model/assessment.ts';

/** Before the pattern of a failure that is explained only if nothing known stands before it. */
const followMark = '~';

/**
 * The known failures of a flavour as `explain.sh` reads them: for each the pattern, the cause, the remedy and, if there is
 * one, the note, a line each, and an empty line.
 */
export function failureTable(flavour: Flavour): string {
  return knownFailures
    .filter(({ flavours }) => flavours.includes(flavour))
    .map(({ pattern, mayFollow, cause, remedy, misleading }) =>
      [
        (mayFollow ? followMark : '') + pattern,
        adviceFor(flavour, cause),
        adviceFor(flavour, remedy),
        ...(misleading ? [misleading] : []),
        '',
      ].join('\n'),
    )
    .join('\n');
}
