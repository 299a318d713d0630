import { llvmForm, llvmToolName } from '../../../knowledge/kernel/llvm-tools.ts';
import { type Flavour, flavours } from '../../../model/assessment.ts';
import type { Facts } from '../../../model/facts.ts';
import { noKernel } from '../../answers.ts';
import { type Answer, check } from '../../check.ts';
import type { Target } from '../../context.ts';
import { joinAnswers, type Part } from '../../join-answers.ts';
import { advice } from '../../remedy/remedies.ts';
import { llvmAdvice, refusesLlvm } from '../../tool/llvm-choice.ts';
import { toolTrouble } from '../../tool/tool-trouble.ts';
import type { JudgedKernel } from '../../tree/kernel.ts';

export const llvmSetting = check({
  id: 'llvm.setting',
  title: 'LLVM',
  goals: ['freestanding', 'rust-for-linux', 'kernel'],
  about:
    "Whether LLVM in the environment is a value that Kbuild understands, names tools that are installed, and fits the compiler that built the kernel: modules are compiled with that kernel's flags, and GCC's are errors to Clang. It is needed only if the kernel was built with Clang, and scaffolded modules set it then. CC in the environment plays no part for modules: Kbuild's Makefile assigns its own.",
  remedy:
    'Unset LLVM for a kernel that was built with GCC; set LLVM=1, or leave it unset, for one that was built with Clang. LLVM=/path/to/bin/ (with the slash) names a folder, LLVM=-19 a suffix.',
  source:
    "Documentation/kbuild/llvm.rst; the top Makefile, which takes every other value that is not empty for LLVM=1, and since 7.2 refuses it; builds of modules against Debian's headers of 6.12 and 7.3 with LLVM set.",
  judge(facts, target): Answer {
    return joinAnswers([
      { goals: [...flavours] satisfies Flavour[], ...judgeModules(facts, target) },
      ...judgeSource(facts, target),
    ]);
  },
});

function judgeModules(facts: Facts, target: Target): Answer {
  const { kernel } = target;
  if (kernel === null) return noKernel;
  const { LLVM: llvm } = facts.environment;
  if (llvm !== undefined) return judgeValue(llvm, kernel, facts, target);
  return kernel.compiler.clang
    ? { status: 'ok', found: `${kernel.title} was built with Clang, for which modules here are given LLVM=1` }
    : { status: 'ok', found: `LLVM is not set, as ${kernel.title} wants it` };
}

/** The kernel's own build follows LLVM whatever built the kernel before. */
function judgeSource(facts: Facts, { asked, source }: Target): Part[] {
  const { LLVM: llvm } = facts.environment;
  if (!asked.includes('kernel') || llvm === undefined) return [];
  const answer = refusesLlvm(llvm, source.version) ? refused(llvm, source.title) : meansOne(llvm);
  return [{ goals: ['kernel'], ...(answer ?? { status: 'ok', found: `LLVM=${llvm} is set` }) }];
}

function judgeValue(llvm: string, kernel: JudgedKernel, facts: Facts, target: Target): Answer {
  const { clang, name, pinned } = kernel.compiler;
  const unset = [advice('Unset LLVM.')];
  const means = llvm === '1' || llvmForm(llvm) !== 'plain' ? '' : ', which means the same as LLVM=1';
  if (refusesLlvm(llvm, kernel.release)) {
    const answer = refused(llvm, kernel.title);
    return clang ? answer : { ...answer, needed: 'no LLVM in the environment', remedies: unset };
  }
  if (clang) {
    return (
      namesNothing(llvm, facts, target.timeoutMs) ??
      meansOne(llvm) ?? { status: 'ok', found: `LLVM=${llvm} is set, as a kernel built with Clang wants it` }
    );
  }
  if (pinned) {
    return {
      status: 'warn',
      found: `LLVM=${llvm} is set${means}; the headers of ${kernel.title} call ${name} all the same, and ${llvmToolName('ld.lld', llvm)} for the linker`,
      needed: `no LLVM in the environment, since ${kernel.title} was built with GCC`,
      remedies: unset,
    };
  }
  return {
    status: 'fail',
    found: `LLVM=${llvm} is set${means}, and ${kernel.title} was built with GCC`,
    needed: 'no LLVM in the environment: Clang stops at flags that only GCC knows',
    remedies: unset,
  };
}

function refused(llvm: string, title: string): Answer {
  return {
    status: 'fail',
    found: `LLVM is "${llvm}", which the Makefile of ${title} refuses`,
    needed: 'LLVM=1, a folder with a slash at its end, a suffix with a hyphen in front, or no LLVM',
    remedies: [advice(llvmAdvice(llvm))],
  };
}

/** A folder without its slash, a version without its hyphen, `0` and `n` say something else than they are read as. */
function meansOne(llvm: string): Answer | null {
  if (llvmForm(llvm) !== 'plain' || /^(1|y|yes|true|on)$/i.test(llvm)) return null;
  return {
    status: 'warn',
    found: `LLVM is "${llvm}", which means the same as LLVM=1: clang and the other tools are taken from PATH`,
    needed: 'LLVM=1, a folder with a slash at its end, a suffix with a hyphen in front, or no LLVM',
    remedies: [advice(llvmAdvice(llvm))],
  };
}

/** What CC names was asked instead of what LLVM stands for. */
function namesNothing(llvm: string, { cc, environment }: Facts, timeoutMs: number): Answer | null {
  if (llvmForm(llvm) === 'plain' || environment.CC !== undefined) return null;
  const name = llvmToolName('clang', llvm);
  const isRelative = llvmForm(llvm) === 'folder' && !llvm.startsWith('/');
  const trouble = isRelative
    ? 'make looks for in the folder of the kernel, not in this one'
    : cc === null
      ? 'was not found'
      : toolTrouble(cc, timeoutMs)?.clause;
  if (trouble === undefined) return null;
  return {
    status: 'fail',
    found: `LLVM=${llvm} asks for ${name}, which ${trouble}`,
    needed: 'LLVM=1, or the suffix or folder of an LLVM that is installed',
    remedies: [
      advice(
        'Set LLVM=1, or to the suffix (-19) or the whole path of the folder (with a slash at its end) of an LLVM.',
      ),
    ],
  };
}
