import type { Finding, Goal, Verdict, VerdictStatus } from '../model/assessment.ts';
import type { Facts } from '../model/facts.ts';
import type { Check } from './check.ts';
import { hostArchitecture } from './checks/host/architecture.ts';
import { kernelRustSupport } from './checks/kernel/rust-support.ts';
import type { Target } from './context.ts';
import { mergeRemedies } from './remedy/remedies.ts';
import { summarise } from './summary.ts';

const failing = new Set(['fail', 'crash']);

/**
 * Whether a goal can be reached: `ready` when none of its findings fails, `fixable` when every one that fails
 * has commands that fix it, else `blocked`, with what those commands fix beside it. Where checks were left out, or a tool did not
 * answer in time, it is `unproven` at best: what they would have found could be beyond help.
 */
export function judgeGoal(
  goal: Goal,
  findings: readonly Finding[],
  leftOut: readonly Check[],
  facts: Facts,
  target: Target,
): Verdict {
  const ofGoal = findings.filter((finding) => finding.goals.includes(goal));
  const late = ofGoal.filter(({ status }) => status === 'timeout');
  const unproven = [...leftOut.filter(({ goals }) => goals.includes(goal)), ...late].map(({ id }) => id);
  if (goal === 'kernel' && !target.asked.includes(goal)) return unasked(unproven);
  const failures = ofGoal.filter(({ status }) => failing.has(status));
  const beyondHelp = failures.filter(({ remedies }) => remedies.every(({ commands }) => commands.length === 0));
  const status = statusOf(failures, beyondHelp, unproven);
  const deciding = status === 'blocked' ? decidingOf(beyondHelp) : failures;
  const parts = failures.filter((finding) => status === 'blocked' && !beyondHelp.includes(finding));
  const idsOf = (some: readonly Finding[]) => some.map(({ id }) => id);
  const remediesOf = (some: readonly Finding[]) =>
    mergeRemedies(
      some.flatMap(({ remedies }) => remedies),
      target.distribution,
      facts.host,
    );
  return {
    status,
    summary: summarise(goal, status, deciding, late, target),
    unproven,
    because: idsOf(deciding),
    remedies: remediesOf(status === 'blocked' ? deciding : [...late, ...deciding]),
    ...(parts.length > 0 ? { alsoMissing: { because: idsOf(parts), remedies: remediesOf(parts) } } : {}),
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
