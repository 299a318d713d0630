import { type Assessment, type Finding, flavours, type Trial } from '../../model/assessment.ts';
import { eachKernel } from './each-kernel.ts';
import { shownFindings } from './shown-goals.ts';

/** What a report comes to. */
export interface Conclusion {
  /** Whether the machine is ready for what was asked, with nothing below against it: exit status 0. */
  ready: boolean;
  /** Builds that came out otherwise than the verdict said. */
  disagreements: Trial[];
  /** Warnings that count as failures, each once. */
  warnings: Finding[];
}

/**
 * Ready is what every goal asked for is ready for, or either flavour where none was asked for; of several kernels, all.
 * @param strict whether warnings count as failures
 */
export function conclude(assessment: Assessment, strict: boolean): Conclusion {
  const kernels = eachKernel(assessment);
  const disagreements = (assessment.trials ?? []).filter(({ agrees }) => agrees === false);
  const warnings = strict ? warningsOf(kernels) : [];
  const ready = kernels.every(isReady) && disagreements.length === 0 && warnings.length === 0;
  return { ready, disagreements, warnings };
}

/** The warnings that a report shows; one that several kernels share once. */
export function warningsOf(kernels: readonly Assessment[]): Finding[] {
  const warnings = kernels.flatMap(shownFindings).filter(({ status }) => status === 'warn');
  const key = ({ id, found }: Finding) => `${id} ${found}`;
  return [...new Map(warnings.map((finding) => [key(finding), finding])).values()];
}

function isReady({ asked, verdicts }: Assessment): boolean {
  const isSo = (goal: keyof typeof verdicts) => verdicts[goal].status === 'ready';
  return asked.length > 0 ? asked.every(isSo) : flavours.some(isSo);
}
