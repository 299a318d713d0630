import type { Architecture } from '../knowledge/architectures/architecture.ts';
import type { KernelAssessment } from '../model/assessment.ts';
import type { Facts, KernelTreeFact } from '../model/facts.ts';
import { assessFacts, type JudgeOptions } from './assess.ts';

/** Judges every kernel tree that was observed, usable or not, each as if it alone had been named: in the order of the facts. */
export function assessEachKernel(facts: Facts, architecture: Architecture, options: JudgeOptions): KernelAssessment[] {
  return facts.kernels.map((tree) => {
    const named = { ...facts, ...absentOf(tree, facts), kernels: [{ ...tree, origin: 'named' as const }] };
    const { target, verdicts, findings, toolchains } = assessFacts(named, architecture, options);
    return { kernel: target.kernel, verdicts, findings, toolchains };
  });
}

/** What is known of the running kernel's headers helps no other kernel. */
function absentOf({ release }: KernelTreeFact, { absent = null }: Facts): Pick<Facts, 'absent'> {
  return { absent: absent?.release === release ? absent : null };
}
