import type { Assessment } from '../model/assessment.ts';
import { block } from '../text/wrap.ts';
import { painter } from './colour.ts';
import { conclude } from './conclusion.ts';
import { eachKernel, isOfAllKernels, toolchainsOf } from './each-kernel.ts';
import { renderFindings } from './findings.ts';
import { type Layout, section } from './layout.ts';
import { leftOutOf } from './left-out.ts';
import { renderKernels, renderToolchains } from './machine.ts';
import { describeStrict } from './strict.ts';
import { renderTrials } from './trials.ts';
import { renderCache, renderCommands } from './verbose.ts';
import { renderVerdicts } from './verdicts.ts';
import { renderWarnings } from './warnings.ts';
import { renderWhatToDo } from './what-to-do.ts';

export interface TextOptions {
  colour: boolean;
  /** Columns to fit into. Default: 80. */
  width?: number;
  /** Adds what is well, details, the cache, and every command that was run. */
  verbose: boolean;
  /** Warnings count as failures. */
  strict: boolean;
}

/** The report for people: verdicts, what to do, and then what they rest on. Ends with a newline. */
export function renderText(assessment: Assessment, { colour, width = 80, verbose, strict }: TextOptions): string {
  const layout: Layout = { paint: painter(colour), width };
  const kernels = eachKernel(assessment);
  const lines = [
    ...renderVerdicts(kernels, layout, verbose),
    ...renderTrials(assessment, layout),
    ...describeStrict(conclude(assessment, strict)).flatMap((text) => block(text, { width, indent: 0 })),
    ...section('Left out, so unproven', block(leftOutOf(kernels).join(', '), { width, indent: 2 }), layout),
    ...section(
      'Not looked at',
      (assessment.limits ?? []).flatMap((text) => block(text, { width, indent: 2 })),
      layout,
    ),
    ...section('What to do', renderWhatToDo(kernels, layout), layout),
    ...(isOfAllKernels(assessment)
      ? section('Warnings', renderWarnings(kernels, layout), layout)
      : [
          ...section(
            verbose ? 'Findings' : 'Findings (--verbose tells all of them)',
            renderFindings(assessment, layout, verbose),
            layout,
          ),
          ...section('Kernel', renderKernels(assessment, layout), layout),
        ]),
    ...section('Toolchains', renderToolchains(toolchainsOf(kernels), layout), layout),
    ...(verbose ? section('Cache of core and alloc', renderCache(assessment), layout) : []),
    ...(verbose ? section('Commands', renderCommands(assessment), layout) : []),
  ];
  return `${lines.join('\n')}\n`;
}
