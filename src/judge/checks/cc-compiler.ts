import { basename } from 'node:path/posix';
import type { Facts, ToolFact } from '../../facts.ts';
import { judgeTool, noKernel } from '../answers.ts';
import { type Answer, check } from '../check.ts';
import type { JudgedKernel } from '../kernel.ts';
import { minimumToolsFor } from '../minimum-tools.ts';
import type { Target } from '../target.ts';

export const ccCompiler = check({
  id: 'cc.compiler',
  title: 'C compiler',
  goals: ['freestanding', 'rust-for-linux'],
  judge(facts, target): Answer {
    const { kernel } = target;
    if (kernel === null) return noKernel;
    if (kernel.compiler.clang)
      return { status: 'skip', found: `${kernel.title} is built with Clang, which is judged by itself` };
    return judgeGcc(kernel, facts, target);
  },
});

function judgeGcc(kernel: JudgedKernel, facts: Facts, target: Target): Answer {
  const { name, pinned } = kernel.compiler;
  const wanted = pinned ? name : 'gcc';
  const tool = facts.gccs.find(({ path }) => withoutTriplet(path, target) === wanted) ?? null;
  const answer = judgeTool(
    {
      name: wanted,
      tool,
      purpose: pinned
        ? `which the headers of ${kernel.title} call by that name`
        : "which compiles the module's C parts",
      minimum: { version: minimumToolsFor(kernel.release).gcc, by: kernel.title },
      packages: [packageOf(kernel, target)],
    },
    facts,
    target,
  );
  if (answer.status !== 'ok' || tool === null) return answer;
  const major = majorOf(name);
  return major === undefined || major === tool.version?.split('.')[0] ? answer : otherMajor(kernel, tool, name);
}

/** Only names from the tables become commands: a kernel tree may say anything. */
function packageOf({ compiler: { name, pinned } }: JudgedKernel, { distribution }: Target): string | undefined {
  if (!pinned) return distribution?.gcc;
  return distribution?.compiler === name ? name : undefined;
}

function otherMajor(kernel: JudgedKernel, tool: ToolFact, name: string): Answer {
  return {
    status: 'warn',
    found: `gcc here is version ${tool.version}, and ${kernel.title} was built with ${name}`,
    needed: `${name} to be sure; another GCC usually works`,
  };
}

function withoutTriplet(path: string, { architecture }: Target): string {
  return basename(path).replace(`${architecture.gccTriplet}-`, '');
}

function majorOf(name: string): string | undefined {
  return /-(\d+)$/.exec(name)?.[1];
}
