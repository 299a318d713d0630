import type { FindingStatus, Goal } from '../model/assessment.ts';
import type { Answer } from './check.ts';

/** One answer of several that a check has, with the goals it holds for. */
export interface Part extends Answer {
  goals: Goal[];
}

/** Worst first. */
const order: readonly FindingStatus[] = ['fail', 'crash', 'timeout', 'warn', 'ok', 'skip'];

/**
 * One answer of several about the same tool, which different goals ask different things of: the worst ones, for their goals.
 * Goals that get along with what is here are left out of an answer that fails.
 */
export function joinAnswers(parts: readonly Part[]): Answer {
  const failing = parts.filter(({ status }) => order.indexOf(status) < order.indexOf('warn'));
  if (failing.length > 0) return merge(failing);
  const worst = [...parts].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status))[0];
  return { ...(worst as Part), goals: distinct(parts.flatMap(({ goals }) => goals)) };
}

function merge(parts: readonly Part[]): Answer {
  const clauses = (text: (part: Part) => string | undefined) => distinct(parts.map(text).filter((clause) => clause));
  return {
    status: (parts[0] as Part).status,
    goals: distinct(parts.flatMap(({ goals }) => goals)),
    found: clauses(({ found }) => found).join(', and '),
    needed: clauses(({ needed }) => needed).join(', and '),
    detail: clauses(({ detail }) => detail).join(' '),
    remedies: parts.flatMap(({ remedies }) => remedies ?? []),
  };
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
