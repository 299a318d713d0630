import type { Finding, Flavour, Goal, Toolchain, VerdictStatus } from '../model/assessment.ts';
import { flavours } from '../model/assessment.ts';
import type { Target } from './context.ts';
import { backportsKernel } from './remedy/backports.ts';
import { isForKdir } from './remedy/remedies.ts';
import { toolchainName } from './tool/toolchain-name.ts';

const can: Record<Goal, string> = {
  freestanding: 'Freestanding modules can be built',
  'rust-for-linux': 'Rust for Linux modules can be built',
  boot: 'Modules can be booted in QEMU',
  kernel: 'A kernel source with Rust can be prepared',
};

const cannot: Record<Goal, string> = {
  freestanding: 'Freestanding modules cannot be built',
  'rust-for-linux': 'Rust for Linux modules cannot be built',
  boot: 'Modules cannot be booted in QEMU',
  kernel: 'A kernel source with Rust cannot be prepared',
};

/**
 * A verdict in a sentence or two, with the rustc that was passed over where that decides something.
 * @param late findings that rest on tools that did not answer in time
 */
export function summarise(
  goal: Goal,
  status: VerdictStatus,
  deciding: Finding[],
  late: Finding[],
  target: Target,
): string {
  const subject = goal === 'kernel' ? target.source.title : target.kernel?.title;
  const kernel = subject === undefined ? '' : ` for ${subjectOf(deciding, target) ?? subject}`;
  switch (status) {
    case 'ready':
      return `${can[goal]}${kernel}${withRustc(goal, target)}.`;
    case 'fixable':
      return `${can[goal]}${kernel} once what is missing is ${isMade(deciding) ? 'there' : 'installed'}: ${reasons(deciding)}.`;
    case 'unproven':
      return late.length > 0 ? inTime(goal, kernel, deciding, late) : leftOut(goal, kernel, deciding);
    case 'blocked':
      return `${cannot[goal]}, because ${reasons(deciding)}.`;
  }
}

/** Another kernel than the one judged, if remedies lead to that of the backports. */
function subjectOf(deciding: Finding[], { distribution }: Target): string | null {
  const { backports } = distribution ?? {};
  const isBrought = deciding.some(({ remedies }) =>
    remedies.some(({ packages }) => packages.some((name) => name.endsWith(`/${backports?.suite}`))),
  );
  return distribution && backports && isBrought ? backportsKernel(distribution, backports).title : null;
}

function isMade(findings: Finding[]): boolean {
  return findings.some(({ remedies }) => remedies.some(isForKdir));
}

function leftOut(goal: Goal, kernel: string, deciding: Finding[]): string {
  const rest = 'what was left out may stand in the way';
  return deciding.length === 0
    ? `${can[goal]}${kernel} as far as was looked; ${rest}.`
    : `${cannot[goal]} as things are: ${reasons(deciding)}; and ${rest}.`;
}

/** A tool that did not answer may be slow for once. */
function inTime(goal: Goal, kernel: string, deciding: Finding[], late: Finding[]): string {
  const words = can[goal].replace(/^[A-Z](?!ust)/, (letter) => letter.toLowerCase());
  const also = deciding.length === 0 ? '' : ` What is known to be missing: ${reasons(deciding)}.`;
  return `Whether ${words}${kernel} is not known, because ${reasons(late)}.${also}`;
}

function reasons(findings: Finding[]): string {
  const clauses = findings.map(({ found }) => found);
  const last = clauses.pop() ?? '';
  return clauses.length === 0 ? last : `${clauses.join(', ')}, and ${last}`;
}

/** The rustc chosen, and the one that somebody who looks at PATH would have expected instead. */
function withRustc(goal: Goal, { toolchains }: Target): string {
  const flavour = flavours.find((name) => name === goal);
  const index = flavour ? toolchains.findIndex(({ chosenFor }) => chosenFor.includes(flavour)) : -1;
  const chosen = toolchains[index];
  if (flavour === undefined || chosen === undefined) return '';
  const expected = index > 0 ? toolchains[0] : undefined;
  return ` with ${toolchainName(chosen)}${expected ? passedOver(expected, flavour) : ''}`;
}

function passedOver(toolchain: Toolchain, flavour: Flavour): string {
  const reason =
    toolchain.passedOver ?? `it serves ${toolchain.chosenFor.filter((name) => name !== flavour).join(' and ')}`;
  return `; ${toolchainName(toolchain)} was passed over: ${reason}`;
}
