import { isForKdir, isForManager } from '../../judge/remedy/remedies.ts';
import type { Assessment } from '../../model/assessment.ts';
import { block } from '../../text/wrap.ts';
import { describeStep, type Step, stepsOf } from '../parts/steps.ts';
import type { Layout } from './layout.ts';

/** The remedies of every goal that is not ready, those with commands first: what they do, then the commands on lines of their own. */
export function renderWhatToDo(kernels: readonly Assessment[], layout: Layout): string[] {
  const steps = stepsOf(kernels);
  return [...renderSetup(kernels, steps, layout), ...steps.flatMap((step) => renderStep(step, layout))];
}

/** By itself `setup` cares for the likeliest flavour, which is not the one that a kernel tree has to be made for. */
function renderSetup(kernels: readonly Assessment[], steps: Step[], { paint }: Layout): string[] {
  const forGoals = steps.filter(({ goals }) => goals.length > 0);
  const other = kernels.find(({ host, target }) => target.arch !== host.arch)?.target.arch;
  const arch = other === undefined ? '' : ` --arch ${other}`;
  const [named] = kernels.flatMap(({ target }) => target.named ?? []);
  const kernel = named === undefined ? '' : ` --kernel ${named}`;
  const command = (words: string) => `      ${paint('cyan', `kernel-rust-module setup${arch}${kernel}${words}`)}`;
  if (forGoals.some(({ remedy }) => isForKdir(remedy))) {
    const boot = forGoals.some(({ goals }) => goals.includes('boot')) ? ',boot' : '';
    const suite = forGoals.some(({ remedy }) => remedy.source) ? ' --backports' : '';
    const goals = ` --for rust-for-linux${boot}${suite}`;
    return ['  All that packages bring, and the kernel tree, at once, after asking:', command(goals)];
  }
  return forGoals.some(({ remedy }) => isForManager(remedy))
    ? ['  All that packages bring at once, after asking:', command('')]
    : [];
}

function renderStep(step: Step, { paint, width }: Layout): string[] {
  const { commands, link } = step.remedy;
  return [
    ...block(describeStep(step), { width, indent: 2 }),
    ...commands.map((command) => `      ${paint('cyan', command)}`),
    ...(link === null ? [] : [`      ${paint('dim', link)}`]),
  ];
}
