import type { Goal } from '../../../model/assessment.ts';
import type { Facts, LlvmToolFact, ToolFact } from '../../../model/facts.ts';
import { judgeTool } from '../../answers.ts';
import { type Answer, check } from '../../check.ts';
import type { Target } from '../../context.ts';
import { advice } from '../../remedy/remedies.ts';
import { clangFor } from '../../tool/llvm-choice.ts';
import { minimumFor } from '../../tool/minimum-tools.ts';

/** Only a kernel built with Clang needs it for its modules; elsewhere it is told for the curious. */
export const clangLlvm = check({
  id: 'clang.llvm',
  title: 'LLVM in clang',
  goals: ['freestanding', 'rust-for-linux'],
  about:
    'Whether clang is here, new enough, and can generate code for the architecture, where the kernel was built with it. Clang can be built without the back end of an architecture.',
  remedy: 'Install a clang whose LLVM has the back end of the architecture.',
  source: '"clang -print-targets"; the minimum of llvm in scripts/min-tool-version.sh of each kernel.',
  judge(facts, target): Answer {
    if (target.kernel?.compiler.clang) return judgeNeeded(facts, target);
    const goals: Goal[] = [];
    if (facts.clang === null) {
      return {
        status: 'skip',
        goals,
        found: 'clang is not installed',
        detail: 'Only modules of kernels built with Clang need it.',
      };
    }
    const answer = judgeClang(facts.clang, undefined, facts, target);
    return { ...answer, goals, status: answer.status === 'fail' ? 'warn' : answer.status, remedies: [] };
  },
});

function judgeNeeded(facts: Facts, target: Target): Answer {
  const minimum = target.kernel ? minimumFor('llvm', target.kernel, target.architecture) : undefined;
  return judgeClang(clangFor(facts), minimum, facts, target);
}

function judgeClang(
  clang: ToolFact | LlvmToolFact | null,
  minimum: ReturnType<typeof minimumFor>,
  facts: Facts,
  target: Target,
): Answer {
  const { architecture, distribution } = target;
  const purpose = 'which this kernel was built with';
  const packages = distribution?.clang ?? [undefined];
  const answer = judgeTool({ name: 'clang', tool: clang, purpose, minimum, packages }, facts, target);
  if (answer.status !== 'ok' || clang === null) return answer;
  const found = `clang ${clang.version} (${clang.path})`;
  if (!('targets' in clang))
    return { status: 'ok', found: `${found} is what LLVM=${facts.environment.LLVM} stands for` };
  if (clang.targets.includes(architecture.llvm.clang)) {
    return { status: 'ok', found: `${found} has a back end for ${architecture.name}` };
  }
  return {
    status: 'fail',
    found: `${found} has no back end for ${architecture.name}`,
    needed: `a clang whose LLVM has the ${architecture.llvm.clang} back end`,
    remedies: [advice(`Put a clang with the ${architecture.llvm.clang} back end first on PATH.`)],
  };
}
