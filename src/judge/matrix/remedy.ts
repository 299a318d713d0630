import type { AnyArchitecture } from '../../knowledge/architectures/architecture.ts';
import { findArchitecture } from '../../knowledge/architectures/architectures.ts';
import { crossPackages } from '../../knowledge/architectures/cross.ts';
import { isFull } from '../../knowledge/architectures/plain-architectures.ts';
import { findDistribution } from '../../knowledge/distributions/distributions.ts';
import { isDriven } from '../../knowledge/distributions/package-managers.ts';
import { type Assessment, flavours, type Goal, type Remedy } from '../../model/assessment.ts';
import type { HostFact } from '../../model/facts.ts';

/**
 * What to do next for an architecture: one command where set-up does all that its verdicts ask for, otherwise the first
 * thing that they advise.
 * @param asked the goals asked for; none stands for either flavour, and boot
 * @returns null where nothing has to be done, or nothing helps
 */
export function judgeRemedy(
  row: AnyArchitecture,
  verdicts: Assessment['verdicts'],
  host: HostFact,
  asked: readonly Goal[],
): Remedy | null {
  const goals: readonly Goal[] = asked.length > 0 ? asked : [...flavours, 'boot'];
  const fixable = goals.filter((goal) => verdicts[goal].status === 'fixable');
  // What only boots, with nothing to boot, is no help.
  const isHelp = asked.length > 0 || flavours.some((flavour) => ready(flavour) || fixable.includes(flavour));
  if (fixable.length > 0 && isHelp) return setUp(row, fixable, verdicts, host, asked) ?? first(fixable, verdicts);
  const isReady = asked.length > 0 ? asked.every(ready) : flavours.some(ready);
  return isReady ? null : first(goals, verdicts);

  function ready(goal: Goal): boolean {
    return verdicts[goal].status === 'ready';
  }
}

/** Without `--for`, set-up cares for the likeliest flavour and boot. */
function setUp(
  row: AnyArchitecture,
  fixable: readonly Goal[],
  verdicts: Assessment['verdicts'],
  host: HostFact,
  asked: readonly Goal[],
): Remedy | null {
  if (!isFull(row)) return null;
  const distribution = findDistribution(host.distribution);
  const isOwn = row.name === findArchitecture(host.machine)?.name;
  const isServed = isOwn
    ? isDriven(distribution?.manager ?? null)
    : crossPackages(distribution, row, host.machine) !== null;
  if (!isServed) return null;
  const named = asked.length > 0 || fixable.every((goal) => goal === 'rust-for-linux') ? fixable : [];
  const words = [
    'kernel-rust-module setup',
    ...(isOwn ? [] : ['--arch', row.name]),
    ...(named.length > 0 ? ['--for', named.join(',')] : []),
    ...(named.some((goal) => verdicts[goal].remedies.some(({ source }) => source)) ? ['--backports'] : []),
  ];
  return {
    commands: [words.join(' ')],
    text: `Let setup bring what is missing for ${row.name}, after asking.`,
    link: null,
    packages: [],
  };
}

function first(goals: readonly Goal[], verdicts: Assessment['verdicts']): Remedy | null {
  return goals.flatMap((goal) => verdicts[goal].remedies)[0] ?? null;
}
