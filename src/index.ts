/** What other programs may hold on to. */
export { assess } from './assess.ts';
export type { AssessOptions } from './assess-options.ts';
export type * from './assessment.ts';
export type { CommandRecord, TreeState } from './facts.ts';
export { UsageError } from './usage-error.ts';
