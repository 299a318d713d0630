import type { Check } from '../../judge/check.ts';
import { checks } from '../../judge/checks/index.ts';
import { UsageError } from '../../model/usage-error.ts';

/**
 * The check of that id.
 * @param option the option that names it, for the refusal
 * @throws UsageError naming the checks of the same area, or all where there is no such area.
 */
export function findCheck(option: string, id: string): Check {
  const check = checks.find((one) => one.id === id);
  if (check) return check;
  const ids = checks.map((one) => one.id);
  const near = ids.filter((one) => one.split('.')[0] === id.split('.')[0]);
  const allowed = near.length > 0 ? near : ids;
  throw new UsageError(
    'check.unknown',
    `${option} knows no check ${JSON.stringify(id)}; there are: ${allowed.join(', ')}.`,
  );
}
