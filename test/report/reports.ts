import { assessEachKernel } from '../../src/judge/assess-all.ts';
import type { Assessment, Goal } from '../../src/model/assessment.ts';
import type { Facts } from '../../src/model/facts.ts';
import { architecture, facts, tree } from '../judge/facts.ts';
import { assess } from '../judge/judging.ts';

/** A machine with two kernel trees, the older one without symbols to link modules against. */
export const twoTrees = (): Facts =>
  facts({ kernels: [tree(), tree({ dir: '/usr/src/old', release: '6.1.0-40-amd64', moduleSymvers: false })] });

/** The report on every kernel of a machine. */
export function allKernels(observed = twoTrees(), asked: Goal[] = []): Assessment {
  const report = assess(observed, 'x86_64', { asked });
  const { generator } = report;
  const options = { generator, timeoutMs: 5000, asked, leaveOut: new Set<string>() };
  return { ...report, allKernels: assessEachKernel(observed, architecture(), options) };
}
