import type { Assessment } from '../assessment.ts';

/** The report for programs, in the shape of `schema/report.schema.json`. Ends with a newline. */
export function renderJson(assessment: Assessment): string {
  return `${JSON.stringify(assessment, null, 2)}\n`;
}
