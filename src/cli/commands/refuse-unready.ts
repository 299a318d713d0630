import type { Assessment, Goal } from '../../model/assessment.ts';
import { Failure } from '../../model/failure.ts';
import { planCommands, rootPrefix } from '../../setup/install.ts';
import { planSetup, shortcomings } from '../../setup/plan.ts';

/**
 * Refuses to begin what could not be finished on this machine.
 * @param needs ids of findings that must be ok besides the goals
 * @throws Failure that says what is missing, and the commands that bring all of it or what a person can do.
 */
export async function refuseUnready(
  found: Assessment,
  goals: readonly Goal[],
  needs: readonly string[],
): Promise<void> {
  const reasons = shortcomings(found, goals, needs);
  if (reasons.length === 0) return;
  const plan = planSetup(found, goals, needs);
  if (plan.blocked.length > 0) {
    const others = reasons.filter((reason) => !plan.blocked.includes(reason));
    throw new Failure('new.not-ready', [...plan.blocked, ...others].join('\n'));
  }
  const commands = planCommands(plan, (await rootPrefix()) ?? []).map((line) => `  ${line}`);
  throw new Failure(
    'new.not-ready',
    [...reasons, 'Add --setup to have this done first, or run:', ...commands].join('\n'),
  );
}
