import { type Assessment, type Flavour, flavours, type Goal } from '../../model/assessment.ts';
import { UsageError } from '../../model/usage-error.ts';

/** @throws UsageError where goals were asked for, and none of them is a flavour: nothing else can be tried in a folder that is thrown away. */
export function refuseUntriable(asked: readonly Goal[]): void {
  if (asked.length === 0 || flavours.some((flavour) => asked.includes(flavour))) return;
  throw new UsageError(
    'try.goal',
    `--try builds a module, so it takes --for ${flavours.join(' or --for ')}, not only --for ${asked.join(',')}.`,
  );
}

/** The flavours to build a module of: those asked for, otherwise those that are ready, otherwise one where there is a tree to build against. */
export function flavoursToTry({ asked, verdicts, target }: Assessment): Flavour[] {
  if (asked.length > 0) return flavours.filter((flavour) => asked.includes(flavour));
  const ready = flavours.filter((flavour) => verdicts[flavour].status === 'ready');
  if (ready.length > 0) return ready;
  return target.kernel?.dir ? flavours.slice(0, 1) : [];
}
