import type { Assessment, Finding } from '../../src/assessment.ts';
import type { Facts } from '../../src/facts.ts';
import { assessFacts } from '../../src/judge/assess.ts';
import type { Check } from '../../src/judge/check.ts';
import { architecture, target } from './facts.ts';

/** The whole report on these facts. */
export function assess(observed: Facts, name = 'x86_64'): Assessment {
  return assessFacts(observed, architecture(name), { generator: { name: 'test', version: '1.2.3' }, timeoutMs: 5000 });
}

/** One check's finding on these facts. */
export function judge(check: Check, observed: Facts, name = 'x86_64'): Finding {
  return check.judge(observed, target(observed, name));
}

/** All commands of a finding's remedies. */
export function commands({ remedies }: Pick<Finding, 'remedies'>): string[] {
  return remedies.flatMap((remedy) => remedy.commands);
}
