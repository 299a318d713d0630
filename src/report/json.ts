import type { Assessment } from '../model/assessment.ts';
import { visibleJson } from '../text/visible.ts';

/** The report for programs, in the shape of `schema/report.schema.json`. Ends with a newline. */
export function renderJson(assessment: Assessment): string {
  return toJson(assessment);
}

/** A value as JSON for a program or a person to read. Ends with a newline. */
export function toJson(value: unknown): string {
  return `${visibleJson(JSON.stringify(value, null, 2))}\n`;
}
