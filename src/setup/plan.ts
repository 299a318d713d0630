import { eachOnce, isForForeign, isForKdir, managerOf } from '../judge/remedy/remedies.ts';
import type { DrivenManager } from '../knowledge/distributions/package-managers.ts';
import type { Assessment, Finding, Goal, Remedy, Verdict } from '../model/assessment.ts';

/** What set-up would do for some goals. */
export interface Plan {
  /** What adds a suite to apt's sources; null if none is needed. */
  source: Remedy | null;
  /** What installs the packages; null if there are none. */
  manager: DrivenManager | null;
  /** Packages to install, each once, in the order in which the findings ask for them. */
  packages: string[];
  /** Our own command that makes a kernel tree once they are installed, as a person would type it; null where none is needed. */
  kdir: Remedy | null;
  /** Our own command that unpacks what belongs to another architecture; null where none is needed. */
  foreign: Remedy | null;
  /** Command lines that set-up leaves to a person, each once: emerge's, rustup's, make's. */
  byHand: string[];
  /** Goals that no command can reach here: the reason, and what a person can do, a line each. */
  blocked: string[];
}

/**
 * Reads the plan off the verdicts: pure, so that what is shown, asked and done is one and the same.
 * @param needs ids of findings that must be ok besides, whatever the verdicts
 */
export function planSetup(assessment: Assessment, goals: readonly Goal[], needs: readonly string[] = []): Plan {
  const verdicts = goals.map((goal) => assessment.verdicts[goal]);
  const lacks = lacking(assessment, needs);
  const stuck = [
    ...verdicts.filter(({ status }) => status === 'blocked' || status === 'unproven').filter(isNewReason),
    ...lacks.filter(({ remedies }) => !remedies.some(hasCommands)).map(asReason),
  ];
  const fixes = [
    ...verdicts.filter(({ status }) => status === 'fixable').flatMap(({ remedies }) => remedies),
    ...verdicts.flatMap(({ alsoMissing }) => alsoMissing?.remedies ?? []),
    ...lacks.flatMap(({ remedies }) => remedies),
  ];
  const manager = fixes.map(managerOf).find((one) => one !== null) ?? null;
  const isForPackages = (remedy: Remedy) => manager !== null && managerOf(remedy) === manager;
  const isOurs = (remedy: Remedy) => isForKdir(remedy) || isForForeign(remedy) || remedy.source !== undefined;
  const others = fixes.filter((remedy) => !isForPackages(remedy) && !isOurs(remedy));
  return {
    source: fixes.find(({ source }) => source !== undefined) ?? null,
    manager,
    packages: eachOnce(fixes.filter(isForPackages).flatMap((remedy) => remedy.packages)),
    kdir: fixes.find(isForKdir) ?? null,
    foreign: fixes.find(isForForeign) ?? null,
    byHand: [...new Set(others.flatMap((remedy) => remedy.commands))],
    blocked: stuck.flatMap(({ summary, remedies }) => [summary, ...remedies.map(({ text }) => `  ${text}`)]),
  };
}

/** The findings of these ids that are not ok. */
export function lacking({ findings }: Pick<Assessment, 'findings'>, needs: readonly string[]): Finding[] {
  return needs.length === 0 ? [] : findings.filter(({ id, status }) => needs.includes(id) && status !== 'ok');
}

/** Why not all of it is ready, a sentence each; none where it is. */
export function shortcomings(assessment: Assessment, goals: readonly Goal[], needs: readonly string[]): string[] {
  const unready = goals.map((goal) => assessment.verdicts[goal]).filter(({ status }) => status !== 'ready');
  return [...unready, ...lacking(assessment, needs).map(asReason)].map(({ summary }) => summary);
}

/** What blocks several goals alike is said once. */
function isNewReason({ because }: Verdict, index: number, all: readonly Verdict[]): boolean {
  return all.findIndex((other) => other.because.join() === because.join()) === index;
}

function hasCommands({ commands }: Remedy): boolean {
  return commands.length > 0;
}

/** A finding as a verdict says it. */
function asReason({ found, remedies }: Finding): { summary: string; remedies: Remedy[] } {
  return { summary: `${found}.`, remedies };
}
