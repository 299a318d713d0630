import type { MeasuredTool } from '../../knowledge/kernel/minimum.ts';
import { flavours } from '../../model/assessment.ts';
import type { Facts } from '../../model/facts.ts';
import { judgeTool, type ToolNeed } from '../answers.ts';
import type { Answer } from '../check.ts';
import type { Target } from '../context.ts';
import { joinAnswers, type Part } from '../join-answers.ts';
import { minimumFor } from './minimum-tools.ts';

/** Judges a tool by what the kernel that modules are built for asks of it. */
export function judgeForModules(
  measured: MeasuredTool,
  need: Omit<ToolNeed, 'minimum'>,
  facts: Facts,
  target: Target,
): Part {
  const { kernel, architecture } = target;
  const minimum = kernel ? minimumFor(measured, kernel, architecture) : undefined;
  return { goals: [...flavours], ...judgeTool({ ...need, minimum }, facts, target) };
}

/** Judges a tool by what the kernel that is to be prepared asks of it; no part where nobody asked for that goal. */
export function judgeForSource(
  measured: MeasuredTool,
  need: Omit<ToolNeed, 'minimum'>,
  facts: Facts,
  target: Target,
): Part[] {
  const { source, architecture, asked } = target;
  if (!asked.includes('kernel')) return [];
  const minimum = minimumFor(measured, source, architecture);
  return [{ goals: ['kernel'], ...judgeTool({ ...need, minimum }, facts, target) }];
}

/** Judges a tool that builds of modules and of the kernel itself take alike, though the two kernels may differ. */
export function judgeForKernels(
  measured: MeasuredTool,
  need: Omit<ToolNeed, 'minimum'>,
  facts: Facts,
  target: Target,
): Answer {
  return joinAnswers([
    judgeForModules(measured, need, facts, target),
    ...judgeForSource(measured, need, facts, target),
  ]);
}
