import { expect } from 'vitest';
import { labCase } from '../case.ts';
import { type Comparison, compare, describe } from '../rust-is-available/compare.ts';
import { runScenarios } from '../rust-is-available/run-scenarios.ts';
import { say } from '../say.ts';

/** The trials in which one side did not conclude what it should have: what it should have, or what it did. */
function wrong(comparisons: Comparison[], side: 'script' | 'probe', which: 'wanted' | 'seen') {
  return comparisons
    .filter((one) => JSON.stringify(one[side].wanted) !== JSON.stringify(one[side].seen))
    .map((one) => ({ trial: one.trial, ...one[side][which] }));
}

for (const line of ['6.12', '7.3'] as const) {
  labCase(`the probe says of every toolchain of Linux ${line}’s own tests what that kernel’s script says`, async () => {
    const { tests, scenarios, trials } = await runScenarios(line);
    expect(scenarios.map(({ name }) => name).sort()).toEqual(tests.sort());
    const comparisons = trials.map(compare);
    for (const comparison of comparisons) say(describe(comparison));
    for (const { name, exception } of scenarios) if (exception) say(`${name} is an exception: ${exception}`);
    say(`Linux ${line}: ${scenarios.length} scenarios in ${trials.length} trials`);
    expect(wrong(comparisons, 'script', 'seen')).toEqual(wrong(comparisons, 'script', 'wanted'));
    expect(wrong(comparisons, 'probe', 'seen')).toEqual(wrong(comparisons, 'probe', 'wanted'));
  });
}
