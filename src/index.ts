/** What other programs may hold on to. */
export { assess } from './api/assess.ts';
export type { AssessOptions } from './model/assess-options.ts';
export type * from './model/assessment.ts';
export type { CommandRecord, TreeState } from './model/facts.ts';
export { UsageError } from './model/usage-error.ts';
