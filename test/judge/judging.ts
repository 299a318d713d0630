import { assessFacts, type JudgeOptions } from '../../src/judge/assess.ts';
import type { Check } from '../../src/judge/check.ts';
import type { Assessment, Finding, Goal } from '../../src/model/assessment.ts';
import type { Facts } from '../../src/model/facts.ts';
import { architecture, target } from './facts.ts';

/** The whole report on these facts. */
export function assess(
  observed: Facts,
  name = 'x86_64',
  { asked = [], leaveOut = new Set<string>() }: Partial<JudgeOptions> = {},
): Assessment {
  const generator = { name: 'test', version: '1.2.3' };
  return assessFacts(observed, architecture(name), { generator, timeoutMs: 5000, asked, leaveOut });
}

/** One check's finding on these facts. */
export function judge(check: Check, observed: Facts, name = 'x86_64', asked: Goal[] = []): Finding {
  return check.judge(observed, target(observed, name, asked));
}

/** One check's finding on these facts where the goal `kernel` was asked for. */
export function judgeForKernel(check: Check, observed: Facts, name = 'x86_64'): Finding {
  return judge(check, observed, name, ['kernel']);
}

/** All commands of a finding's remedies. */
export function commands({ remedies }: Pick<Finding, 'remedies'>): string[] {
  return remedies.flatMap((remedy) => remedy.commands);
}
