import type { Assessment, Finding, Goal } from '../model/assessment.ts';
import { printable } from '../text/one-line.ts';
import { conclude } from './parts/conclusion.ts';
import { eachKernel, isOfAllKernels, kernelName } from './parts/each-kernel.ts';
import { leftOutOf } from './parts/left-out.ts';
import { shownFindings, shownGoals } from './parts/shown-goals.ts';
import { describeStrict } from './parts/strict.ts';
import { describeTrial } from './parts/trial.ts';

type Level = 'error' | 'warning' | 'notice';

/**
 * The report as workflow commands of GitHub Actions, one a line, which its runner shows as annotations.
 * What is not ready is an error only where that makes the whole not ready. Ends with a newline.
 */
export function renderGithub(assessment: Assessment, { strict }: { strict: boolean }): string {
  const conclusion = conclude(assessment, strict);
  const bad = conclusion.ready ? 'notice' : 'error';
  const kernels = eachKernel(assessment);
  const left = leftOutOf(kernels);
  const lines = [
    ...kernels.flatMap((report) => shownGoals(report).map((goal) => verdictLine(report, goal, bad))),
    ...(assessment.trials ?? []).map((trial) =>
      annotation(trial.agrees === false ? 'error' : 'notice', `Trial of ${trial.goal}`, describeTrial(trial)),
    ),
    ...describeStrict(conclusion).map((text) => annotation('error', '--strict', text)),
    ...(left.length > 0 ? [annotation('warning', 'Left out, so unproven', left.join(', '))] : []),
    ...(assessment.limits ?? []).map((text) => annotation('warning', 'Not looked at', text)),
    ...kernels.flatMap((report) => shownFindings(report).flatMap((finding) => findingLine(finding, bad))),
  ];
  return `${[...new Set(lines)].join('\n')}\n`;
}

function verdictLine(report: Assessment, goal: Goal, bad: Level): string {
  const { status, summary } = report.verdicts[goal];
  const where = isOfAllKernels(report) ? `${kernelName(report.target)}: ` : '';
  return annotation(status === 'ready' ? 'notice' : bad, `${where}${goal} ${status}`, summary);
}

function findingLine({ status, goals, id, title, found, needed, remedies }: Finding, bad: Level): string[] {
  if (status === 'ok' || status === 'skip') return [];
  const level = status === 'warn' || goals.length === 0 ? 'warning' : bad;
  const help = remedies.flatMap(({ text, commands }) => [text, ...commands]);
  const text = [found, ...(needed === '' ? [] : [`needed: ${needed}`]), ...help];
  return [annotation(level, `${title} (${id})`, ...text)];
}

/**
 * One workflow command. What would end a property or the line is written as the runner's own escapes
 * (actions/toolkit, packages/core/src/command.ts: `%`, CR and LF, in properties also `:` and `,`).
 */
function annotation(level: Level, title: string, ...lines: string[]): string {
  const text = lines.map((line) => escapeData(printable(line))).join('%0A');
  return `::${level} title=${escapeProperty(printable(title))}::${text}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
