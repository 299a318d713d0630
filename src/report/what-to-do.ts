import { type Assessment, type Goal, goals, type Remedy, type VerdictStatus } from '../assessment.ts';
import type { Layout } from './layout.ts';
import { block } from './wrap.ts';

interface Step {
  remedy: Remedy;
  /** The goals it helps. */
  goals: Goal[];
}

/** The remedies of every goal that is not ready, those with commands first: what they do, then the commands on lines of their own. */
export function renderWhatToDo(assessment: Assessment, layout: Layout): string[] {
  const steps = stepsOf(assessment);
  const shortcut = steps.some(({ remedy }) => remedy.packages.length > 0) ? renderSetup(layout) : [];
  return [...shortcut, ...steps.flatMap((step) => renderStep(step, layout))];
}

function renderSetup({ paint }: Layout): string[] {
  return ['  All that packages bring at once, after asking:', `      ${paint('cyan', 'kernel-rust-module setup')}`];
}

function stepsOf({ verdicts }: Assessment): Step[] {
  const order: VerdictStatus[] = ['fixable', 'blocked'];
  const steps = new Map<string, Step>();
  for (const goal of order.flatMap((status) => goals.filter((name) => verdicts[name].status === status))) {
    for (const remedy of verdicts[goal].remedies) {
      const key = [remedy.text, ...remedy.commands].join('\n');
      const step = steps.get(key) ?? { remedy, goals: [] };
      steps.set(key, { remedy, goals: [...step.goals, goal] });
    }
  }
  return [...steps.values()];
}

function renderStep({ remedy: { text, commands, link }, goals: helped }: Step, { paint, width }: Layout): string[] {
  return [
    ...block(`${helped.join(', ')}: ${text}`, { width, indent: 2 }),
    ...commands.map((command) => `      ${paint('cyan', command)}`),
    ...(link === null ? [] : [`      ${paint('dim', link)}`]),
  ];
}
