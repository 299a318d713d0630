import type { Facts } from '../../facts.ts';
import { noKernel } from '../answers.ts';
import { type Answer, check } from '../check.ts';
import type { JudgedKernel } from '../kernel.ts';
import { advice } from '../remedies.ts';
import type { Target } from '../target.ts';
import { toolTrouble } from '../tool-trouble.ts';
import { compareVersions } from '../versions.ts';

export const llvmSetting = check({
  id: 'llvm.setting',
  title: 'LLVM',
  goals: ['freestanding', 'rust-for-linux'],
  about:
    "Whether LLVM in the environment fits the compiler that built the kernel: modules are compiled with that kernel's flags, and GCC's are errors to Clang. It is wanted exactly where the kernel was built with Clang, and scaffolded modules set it there. CC in the environment plays no part: Kbuild's Makefile assigns its own.",
  remedy:
    'Unset LLVM for a kernel that was built with GCC; set LLVM=1, or leave it unset, for one that was built with Clang.',
  source:
    "Documentation/kbuild/llvm.rst; the top Makefile since 7.2, which refuses other values; builds of modules against Debian's headers of 6.12 and 7.3 with LLVM set.",
  judge(facts, target): Answer {
    const { kernel } = target;
    if (kernel === null) return noKernel;
    const { LLVM: llvm } = facts.environment;
    if (llvm !== undefined) return judgeValue(llvm, kernel, facts, target);
    return kernel.compiler.clang
      ? { status: 'ok', found: `${kernel.title} was built with Clang, for which modules here are given LLVM=1` }
      : { status: 'ok', found: `LLVM is not set, as ${kernel.title} wants it` };
  },
});

function judgeValue(llvm: string, kernel: JudgedKernel, facts: Facts, target: Target): Answer {
  const { clang, name, pinned } = kernel.compiler;
  const unset = [advice('Unset LLVM.')];
  if (isRefused(llvm, kernel)) {
    return {
      status: 'fail',
      found: `LLVM is "${llvm}", which the Makefile of ${kernel.title} refuses`,
      needed: clang ? 'LLVM=1, or no LLVM' : 'no LLVM in the environment',
      remedies: unset,
    };
  }
  if (clang) return judgeClang(llvm, facts, target);
  if (pinned) {
    return {
      status: 'warn',
      found: `LLVM=${llvm} is set; the headers of ${kernel.title} call ${name} all the same, and ld.lld for the linker`,
      needed: `no LLVM in the environment, since ${kernel.title} was built with GCC`,
      remedies: unset,
    };
  }
  return {
    status: 'fail',
    found: `LLVM=${llvm} is set, and ${kernel.title} was built with GCC`,
    needed: 'no LLVM in the environment: Clang stops at flags that only GCC knows',
    remedies: unset,
  };
}

/** Before 7.2 every value but a suffix or a folder meant the same as 1. */
function isRefused(llvm: string, { release }: JudgedKernel): boolean {
  return compareVersions(release, '7.2') >= 0 && llvm !== '1' && !llvm.startsWith('-') && !llvm.endsWith('/');
}

function judgeClang(llvm: string, { cc, environment }: Facts, { timeoutMs }: Target): Answer {
  const fits = { status: 'ok', found: `LLVM=${llvm} is set, as a kernel built with Clang wants it` } as const;
  // What CC names was asked instead of what LLVM stands for.
  if (llvm === '1' || environment.CC !== undefined) return fits;
  const trouble = cc === null ? 'is not here' : toolTrouble(cc, timeoutMs)?.clause;
  if (trouble === undefined) return fits;
  return {
    status: 'fail',
    found: `LLVM=${llvm} asks for ${cc?.path ?? 'a clang'}, which ${trouble}`,
    needed: 'LLVM=1, or a suffix or folder of an LLVM that is here',
    remedies: [advice('Set LLVM=1, or to the suffix (-19) or the folder (with / at its end) of an LLVM that is here.')],
  };
}
