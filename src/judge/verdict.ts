import type { Finding, Goal, Verdict, VerdictStatus } from '../assessment.ts';
import type { Facts } from '../facts.ts';
import type { Check } from './check.ts';
import { hostArchitecture } from './checks/host-architecture.ts';
import { kernelRustSupport } from './checks/kernel-rust-support.ts';
import { mergeRemedies } from './remedies.ts';
import { summarise } from './summary.ts';
import type { Target } from './target.ts';

const failing = new Set(['fail', 'crash', 'timeout']);

/**
 * Whether a goal can be reached: `ready` when none of its findings fails, `fixable` when every one that fails
 * has commands that fix it, else `blocked`, with what those commands fix beside it. Where checks were left out it is `unproven` at best:
 * what they would have found could be beyond help.
 */
export function judgeGoal(
  goal: Goal,
  findings: readonly Finding[],
  leftOut: readonly Check[],
  facts: Facts,
  target: Target,
): Verdict {
  const unproven = leftOut.filter(({ goals }) => goals.includes(goal)).map(({ id }) => id);
  if (goal === 'kernel' && !target.asked.includes(goal)) return unasked(unproven);
  const failures = findings.filter((finding) => finding.goals.includes(goal) && failing.has(finding.status));
  const beyondHelp = failures.filter(({ remedies }) => remedies.every(({ commands }) => commands.length === 0));
  const status = statusOf(failures, beyondHelp, unproven);
  const deciding = status === 'blocked' ? decidingOf(beyondHelp) : failures;
  const parts = failures.filter((finding) => status === 'blocked' && !beyondHelp.includes(finding));
  const merged = (findings: readonly Finding[]) => ({
    because: findings.map(({ id }) => id),
    remedies: mergeRemedies(
      findings.flatMap(({ remedies }) => remedies),
      target.distribution,
      facts.host,
    ),
  });
  return {
    status,
    summary: summarise(goal, status, deciding, target),
    unproven,
    ...merged(deciding),
    ...(parts.length > 0 ? { alsoMissing: merged(parts) } : {}),
  };
}

/** Where nothing is promised for an architecture, or no such kernel can have Rust on it, nothing else matters. */
function decidingOf(beyondHelp: Finding[]): Finding[] {
  const final = [hostArchitecture, kernelRustSupport].map(({ id }) => beyondHelp.filter((one) => one.id === id));
  return final.find((found) => found.length > 0) ?? beyondHelp;
}

function unasked(unproven: string[]): Verdict {
  const summary = 'Not looked at, since nobody asked: --for kernel does.';
  return { status: 'unproven', summary, because: [], unproven, remedies: [] };
}

function statusOf(failures: Finding[], beyondHelp: Finding[], unproven: string[]): VerdictStatus {
  if (beyondHelp.length > 0) return 'blocked';
  if (unproven.length > 0) return 'unproven';
  return failures.length > 0 ? 'fixable' : 'ready';
}
