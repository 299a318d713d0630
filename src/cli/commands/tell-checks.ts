import { checks } from '../../judge/checks/index.ts';
import { UsageError } from '../../model/usage-error.ts';
import { describeCheck, renderCheck, renderCheckList } from '../../report/checks.ts';
import { toJson } from '../../report/json.ts';
import type { Format } from '../delivery/formats.ts';
import { findCheck } from '../options/find-check.ts';

/**
 * Tells of one check, or lists all; looks at nothing on the machine.
 * @param id the check to explain; undefined for the list
 * @throws UsageError for an unknown id, and for a format that is made for reports only.
 */
export function tellChecks(id: string | undefined, format: Format): string {
  if (format !== 'text' && format !== 'json') {
    throw new UsageError('option.value', `Checks are told as text or json, not as ${format}.`);
  }
  if (id === undefined) return format === 'json' ? toJson(checks.map(describeCheck)) : renderCheckList(checks);
  const check = findCheck('--explain', id);
  return format === 'json' ? toJson(describeCheck(check)) : renderCheck(check);
}
