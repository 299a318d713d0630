import { isLookedAt } from '../../judge/assess.ts';
import { checks } from '../../judge/checks/index.ts';
import type { Goal } from '../../model/assessment.ts';
import { UsageError } from '../../model/usage-error.ts';
import { findCheck } from './find-check.ts';
import { list, type ParsedArguments } from './options.ts';

/**
 * The ids of the checks that `--only` and `--skip` leave out.
 * @param asked the goals asked for
 * @throws UsageError for an id that no check has, and for `--only` a check that these goals do not look at.
 */
export function leaveOut({ options }: ParsedArguments, asked: readonly Goal[]): string[] {
  const skip = list(options.skip).map((id) => findCheck('--skip', id));
  const only = list(options.only).map((id) => findCheck('--only', id));
  const idle = only.find((check) => !isLookedAt(check, asked));
  if (idle) {
    throw new UsageError('check.goal', `--only ${idle.id} looks at nothing without --for ${idle.goals.join(',')}.`);
  }
  return checks
    .filter((check) => skip.includes(check) || (only.length > 0 && !only.includes(check)))
    .map(({ id }) => id);
}
