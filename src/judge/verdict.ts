import type { Finding, Goal, Verdict } from '../assessment.ts';
import type { Facts } from '../facts.ts';
import { mergeRemedies } from './remedies.ts';
import { summarise } from './summary.ts';
import type { Target } from './target.ts';

const failing = new Set(['fail', 'crash', 'timeout']);

/**
 * Whether a goal can be reached: `ready` when none of its findings fails, `fixable` when every one that fails
 * has commands that mend it, else `blocked`.
 */
export function judgeGoal(goal: Goal, findings: readonly Finding[], facts: Facts, target: Target): Verdict {
  const failures = findings.filter((finding) => finding.goals.includes(goal) && failing.has(finding.status));
  const beyondHelp = failures.filter(({ remedies }) => remedies.every(({ commands }) => commands.length === 0));
  const status = failures.length === 0 ? 'ready' : beyondHelp.length === 0 ? 'fixable' : 'blocked';
  const deciding = status === 'blocked' ? beyondHelp : failures;
  const remedies = mergeRemedies(
    deciding.flatMap((finding) => finding.remedies),
    target.distribution,
    facts.host,
  );
  return {
    status,
    summary: summarise(goal, status, deciding, target),
    because: deciding.map(({ id }) => id),
    remedies,
  };
}
