import type { Assessment } from '../model/assessment.ts';
import { block } from '../text/wrap.ts';
import { conclude } from './parts/conclusion.ts';
import { eachKernel, isOfAllKernels, toolchainsOf } from './parts/each-kernel.ts';
import { leftOutOf } from './parts/left-out.ts';
import { describeStrict } from './parts/strict.ts';
import { renderCache, renderCommands } from './parts/verbose.ts';
import { painter } from './plain/colour.ts';
import { renderFindings } from './plain/findings.ts';
import { type Layout, section } from './plain/layout.ts';
import { renderKernels, renderToolchains } from './plain/machine.ts';
import { renderTrials } from './plain/trials.ts';
import { renderVerdicts } from './plain/verdicts.ts';
import { renderWarnings } from './plain/warnings.ts';
import { renderWhatToDo } from './plain/what-to-do.ts';

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
