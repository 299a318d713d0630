import type { Finding, Goal } from '../model/assessment.ts';
import type { Facts } from '../model/facts.ts';
import type { Target } from './context.ts';

/** One question about a machine, answered from facts alone. */
export interface Check {
  /** Stable, `area.subject`. */
  id: string;
  title: string;
  /** The goals it may decide. */
  goals: readonly Goal[];
  /** What it asks and why that matters, for people: `--explain`. */
  about: string;
  /** What helps where it fails, in general. */
  remedy: string;
  /** Where its rule comes from. */
  source: string;
  judge(facts: Facts, target: Target): Finding;
}

/** An answer: what differs from one machine to another. `goals` narrows the check's own where it depends on the machine. */
export type Answer = Pick<Finding, 'status' | 'found'> &
  Partial<Pick<Finding, 'goals' | 'needed' | 'detail' | 'remedies'>>;

interface CheckSpec extends Omit<Check, 'judge'> {
  judge(facts: Facts, target: Target): Answer;
}

/** Makes a check of its constant parts and a function that answers, so that answers need only say what is theirs. */
export function check({ judge, ...constant }: CheckSpec): Check {
  const { id, title, goals } = constant;
  return {
    ...constant,
    judge: (facts, target) => ({
      id,
      title,
      goals: [...goals],
      needed: '',
      detail: '',
      remedies: [],
      ...judge(facts, target),
    }),
  };
}
