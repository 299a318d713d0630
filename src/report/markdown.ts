import type { Assessment } from '../model/assessment.ts';
import { markdownLine } from '../text/markdown.ts';
import { conclude } from './parts/conclusion.ts';
import { eachKernel, kernelName, toolchainsOf } from './parts/each-kernel.ts';
import { leftOutOf } from './parts/left-out.ts';
import { fenced, folded, table } from './parts/markdown.ts';
import { type Person, redact } from './parts/redact.ts';
import { shownFindings, shownGoals } from './parts/shown-goals.ts';
import { describeStep, stepsOf } from './parts/steps.ts';
import { describeStrict } from './parts/strict.ts';
import { describeTrial } from './parts/trial.ts';
import { renderCommands } from './parts/verbose.ts';
import { renderToolchains } from './plain/machine.ts';

const plain = { paint: (_colour: unknown, text: string) => text, width: 120 };

/** The report to paste into an issue or a forum: everything that helps to help, and nothing that names the person. Ends with a newline. */
export function renderMarkdown(observed: Assessment, { strict, person }: { strict: boolean; person: Person }): string {
  const assessment = redact(observed, person);
  const kernels = eachKernel(assessment);
  const { trials = [] } = assessment;
  const left = leftOutOf(kernels);
  const blocks = [
    '## kernel-rust-module probe',
    markdownLine(describeMachine(assessment)),
    ...kernels.flatMap(renderKernel),
    ...trials.map((trial) => `**Trial, ${trial.goal}:** ${markdownLine(describeTrial(trial))}`),
    ...describeStrict(conclude(assessment, strict)).map(markdownLine),
    ...(left.length > 0 ? [`**Left out, so unproven:** ${markdownLine(left.join(', '))}`] : []),
    ...(assessment.limits ?? []).map(markdownLine),
    ...renderSteps(kernels),
    ...trials.map(({ goal, output }) => folded(`What was said on trying ${goal}`, fenced(output))),
    folded('Toolchains', fenced(renderToolchains(toolchainsOf(kernels), plain))),
    folded('Commands that were run', fenced(renderCommands(assessment))),
  ];
  return `${blocks.filter((part) => part !== '').join('\n\n')}\n`;
}

export function describeMachine({ generator, host, target }: Assessment): string {
  const system = host.distribution?.name ?? 'an unknown distribution';
  const where = host.container === null ? '' : ` in ${host.container}`;
  return `${generator.name} ${generator.version} on ${system}${where}, ${host.arch}, running kernel ${host.kernelRelease}; building for ${target.arch}.`;
}

function renderKernel(report: Assessment): string[] {
  const findings = shownFindings(report);
  const verdicts = shownGoals(report).map((goal) => [
    goal,
    report.verdicts[goal].status,
    report.verdicts[goal].summary,
  ]);
  const rows = findings.map(({ status, id, found, needed, detail }) => [status, id, found, needed, detail]);
  return [
    `### ${markdownLine(kernelName(report.target))}`,
    table(['goal', 'verdict', ''], verdicts),
    folded(`${findings.length} findings`, table(['', 'check', 'found', 'needed', 'detail'], rows)),
  ];
}

function renderSteps(kernels: readonly Assessment[]): string[] {
  const steps = stepsOf(kernels);
  if (steps.length === 0) return [];
  return [
    '### What to do',
    ...steps.flatMap((step) => [markdownLine(describeStep(step)), fenced(step.remedy.commands)]),
  ];
}
