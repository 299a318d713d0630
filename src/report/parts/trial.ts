import type { Trial } from '../../model/assessment.ts';

/** What a build came to and what that says of its verdict, in sentences. */
export function describeTrial({ exitCode, seconds, agrees }: Trial): string {
  const did =
    exitCode === 0
      ? `make built a throw-away module in ${seconds.toFixed(1)} s`
      : `make could not build a throw-away module (${exitCode === null ? 'it was not run to its end' : `exit status ${exitCode}`})`;
  if (agrees === null) return `${did}, which the verdict left unproven.`;
  if (agrees) return `${did}, as the verdict says.`;
  return `The verdict is wrong: ${did}. Please report this, with what --try --verbose --format markdown prints.`;
}
