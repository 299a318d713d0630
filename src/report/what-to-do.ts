import type { Assessment } from '../assessment.ts';
import { isForApt } from '../judge/remedies.ts';
import type { Layout } from './layout.ts';
import { describeStep, type Step, stepsOf } from './steps.ts';
import { block } from './wrap.ts';

/** The remedies of every goal that is not ready, those with commands first: what they do, then the commands on lines of their own. */
export function renderWhatToDo(kernels: readonly Assessment[], layout: Layout): string[] {
  const steps = stepsOf(kernels);
  const isSetup = ({ remedy, goals }: Step) => goals.length > 0 && isForApt(remedy);
  return [...(steps.some(isSetup) ? renderSetup(layout) : []), ...steps.flatMap((step) => renderStep(step, layout))];
}

function renderSetup({ paint }: Layout): string[] {
  return ['  All that packages bring at once, after asking:', `      ${paint('cyan', 'kernel-rust-module setup')}`];
}

function renderStep(step: Step, { paint, width }: Layout): string[] {
  const { commands, link } = step.remedy;
  return [
    ...block(describeStep(step), { width, indent: 2 }),
    ...commands.map((command) => `      ${paint('cyan', command)}`),
    ...(link === null ? [] : [`      ${paint('dim', link)}`]),
  ];
}
