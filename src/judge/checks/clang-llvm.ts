import { judgeTool } from '../answers.ts';
import { check } from '../check.ts';
import { advice } from '../remedies.ts';

/** Only a kernel built with Clang needs it for its modules; elsewhere it is told for the curious. */
export const clangLlvm = check({
  id: 'clang.llvm',
  title: 'LLVM in clang',
  goals: ['freestanding', 'rust-for-linux'],
  judge(facts, target) {
    const { clang } = facts;
    const { kernel, architecture, distribution } = target;
    const isNeeded = kernel?.compiler.clang === true;
    if (!isNeeded && clang === null) {
      return {
        status: 'skip',
        goals: [],
        found: 'clang is not installed',
        detail: 'Only modules of kernels built with Clang need it.',
      };
    }
    const goals = isNeeded ? {} : { goals: [] };
    const purpose = 'which this kernel was built with';
    const answer = judgeTool(
      { name: 'clang', tool: clang, purpose, packages: distribution?.clang ?? [undefined] },
      facts,
      target,
    );
    if (answer.status !== 'ok' || clang === null) return { ...answer, ...goals };
    const found = `clang ${clang.version} (${clang.path})`;
    if (clang.targets.includes(architecture.llvm.clang)) {
      return { ...goals, status: 'ok', found: `${found} has a back end for ${architecture.name}` };
    }
    return {
      ...goals,
      status: isNeeded ? 'fail' : 'warn',
      found: `${found} has no back end for ${architecture.name}`,
      needed: `a clang whose LLVM has the ${architecture.llvm.clang} back end`,
      remedies: isNeeded ? [advice(`Put a clang with the ${architecture.llvm.clang} back end first on PATH.`)] : [],
    };
  },
});
