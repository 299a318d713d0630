import type { Assessment } from '../assessment.ts';
import { painter } from './colour.ts';
import { renderFindings } from './findings.ts';
import { type Layout, section } from './layout.ts';
import { renderKernels, renderToolchains } from './machine.ts';
import { renderCache, renderCommands } from './verbose.ts';
import { renderVerdicts } from './verdicts.ts';
import { renderWhatToDo } from './what-to-do.ts';

export interface TextOptions {
  colour: boolean;
  /** Columns to fit into. Default: 80. */
  width?: number;
  /** Adds details, the cache, and every command that was run. */
  verbose: boolean;
}

/** The report for people: verdicts, what to do, and then what they rest on. Ends with a newline. */
export function renderText(assessment: Assessment, { colour, width = 80, verbose }: TextOptions): string {
  const layout: Layout = { paint: painter(colour), width };
  const lines = [
    ...renderVerdicts(assessment, layout),
    ...section('What to do', renderWhatToDo(assessment, layout), layout),
    ...section('Findings', renderFindings(assessment, layout, verbose), layout),
    ...section('Kernel', renderKernels(assessment, layout), layout),
    ...section('Toolchains', renderToolchains(assessment, layout), layout),
    ...(verbose ? section('Cache of core and alloc', renderCache(assessment), layout) : []),
    ...(verbose ? section('Commands', renderCommands(assessment), layout) : []),
  ];
  return `${lines.join('\n')}\n`;
}
