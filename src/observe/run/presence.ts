import type { ToolFact } from '../../model/facts.ts';
import { type Program, startable } from './program.ts';

/** A program that is not run: `ok` says no more than that the system would start it. */
export function presence(program: Program | null): ToolFact | null {
  if (program === null) return null;
  return { path: program.path, outcome: startable(program) ? 'ok' : 'not-runnable', version: null, line: '' };
}
