import type { Flavour } from '../assessment.ts';
import { knownFailures } from '../knowledge/failures.ts';

/** A known failure as words of a POSIX shell, quotes included. */
export interface ShellFailure {
  pattern: string;
  cause: string;
  remedy: string;
  /** `''` where the tools say nothing that misleads. */
  note: string;
}

/** The known failures of a flavour, the most telling first. */
export function shellFailures(flavour: Flavour): ShellFailure[] {
  return knownFailures
    .filter(({ flavours }) => flavours.includes(flavour))
    .map(({ pattern, cause, remedy, misleading }) => ({
      pattern: shellWord(pattern),
      cause: shellWord(cause),
      remedy: shellWord(remedy),
      note: shellWord(misleading ?? ''),
    }));
}

/** Within single quotes a shell takes everything as it is, but for the single quote itself. */
function shellWord(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
