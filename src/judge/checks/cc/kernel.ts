import { isSet } from '../../../knowledge/kernel/config-condition.ts';
import type { CcFact, Facts, KernelTreeFact } from '../../../model/facts.ts';
import { compareVersions } from '../../../text/versions.ts';
import { judgeTool } from '../../answers.ts';
import { type Answer, check } from '../../check.ts';
import type { Target } from '../../context.ts';
import { crossPackage, isCrossTarget, prefixOf } from '../../foreign.ts';
import { advice } from '../../remedy/remedies.ts';
import { hostTools, makeCommand } from '../../tool/kernel-tools.ts';
import { llvmIsRefused, refusesLlvm } from '../../tool/llvm-choice.ts';
import { minimumFor } from '../../tool/minimum-tools.ts';
import { optionsForC, refusesOptions } from '../../tool/refused-options.ts';

export const ccKernel = check({
  id: 'cc.kernel',
  title: "C compiler of the kernel's build",
  goals: ['kernel'],
  about:
    "Whether the C compiler that the build of the kernel would take, as CC, LLVM and CROSS_COMPILE say, is here, is GCC or Clang, is new enough for this kernel, and knows the options that KCFLAGS and its like hold; and whether the compiler of the build's own programs knows those of HOSTCFLAGS and HOSTLDFLAGS.",
  remedy: 'Install gcc or clang, or name another with CC or LLVM on the command line of make.',
  source:
    "The kernel's scripts/cc-version.sh and scripts/min-tool-version.sh; its configuration stops with another compiler.",
  judge(facts, target): Answer {
    const { cc, environment } = facts;
    if (refusesLlvm(environment.LLVM, target.source.version)) return llvmIsRefused;
    if (cc !== null && isOther(cc)) return otherCompiler(cc, facts);
    const foreign = isCrossTarget(target, facts);
    const answer = judgeTool(
      {
        name: namesClang(facts) ? 'clang' : foreign ? `${prefixOf(target, facts)}gcc` : 'gcc',
        tool: cc,
        purpose: "which compiles the kernel's C parts",
        minimum: minimumFor(cc?.family === 'Clang' ? 'llvm' : 'gcc', target.source, target.architecture),
        packages: [foreign ? crossPackage('gcc', target, facts) : target.distribution?.gcc],
      },
      facts,
      target,
    );
    if (cc?.outcome === 'missing') return notFound(cc, answer, facts);
    if (answer.status !== 'ok' || cc === null) return answer;
    const refusal = refusesOptions(optionsForC, cc, facts) ?? refusesHostOptions(facts, target);
    if (refusal) return refusal;
    return (
      turnsToGcc(cc, target) ??
      refusesToAssemble(cc, facts) ??
      withoutHostCompiler(facts, target) ?? { ...answer, found: `${cc.family} ${cc.version} (${cc.path})` }
    );
  },
});

/** HOSTCC links the kernel's macros with flags of their own since some kernel between 6.12 and 7.2. */
function refusesHostOptions(facts: Facts, target: Target): Answer | null {
  const ofMacros = compareVersions(target.source.version, '7.2') < 0 ? [] : (['PROCMACROLDFLAGS'] as const);
  const variables = ['HOSTCFLAGS', 'HOSTLDFLAGS', 'HOSTLDLIBS', ...ofMacros] as const;
  return refusesOptions(variables, hostTools(facts, target).cc.tool, facts);
}

/** Nothing is assembled while the kernel is prepared, but modules and the kernel itself are. */
function refusesToAssemble(cc: CcFact, facts: Facts): Answer | null {
  const refusal = refusesOptions(['KAFLAGS'], cc, facts);
  return refusal && { ...refusal, status: 'warn' };
}

/** Only what a variable names can be missing. */
function notFound({ path }: CcFact, answer: Answer, { environment }: Facts): Answer {
  const variable = compilerVariables.find((name) => environment[name] !== undefined);
  const setting = `${variable}=${variable && environment[variable]}`;
  return {
    ...answer,
    found: `${setting} asks for ${path}, which was not found`,
    remedies: [advice(`Install ${path}, or let ${variable} name a compiler that is installed, or unset it.`)],
  };
}

const compilerVariables = ['CC', 'LLVM', 'CROSS_COMPILE'] as const;

/** It was asked, or LLVM stands for one. */
function namesClang({ cc, environment }: Facts): boolean {
  return cc?.family === 'Clang' || (environment.LLVM !== undefined && environment.CC === undefined);
}

/** It ran, and is neither of the two. */
function isOther({ outcome, family }: CcFact): boolean {
  return family === null && (outcome === 'ok' || outcome === 'garbage');
}

function otherCompiler({ path, line }: CcFact, { environment }: Facts): Answer {
  const variable = compilerVariables.find((name) => environment[name] !== undefined);
  return {
    status: 'fail',
    found: `${path} is an unknown C compiler`,
    needed: "GCC or Clang: the kernel's configuration stops with any other",
    detail: line,
    remedies: [
      advice(variable ? `Let ${variable} name GCC or Clang, or unset it.` : `Replace ${path} by GCC or Clang.`),
    ],
  };
}

/** A source that was configured with Clang is configured anew where make meets GCC, and loses what only Clang offers. */
function turnsToGcc({ family, path }: CcFact, { source: { tree } }: Target): Answer | null {
  if (family !== 'GCC' || !isBuiltWithClang(tree)) return null;
  return {
    status: 'warn',
    found: `${tree?.dir} was configured with Clang, and make would take ${path}`,
    needed: '"make LLVM=1" instead of "make", to stay with Clang',
  };
}

/** Programs that run while the kernel is built are compiled by HOSTCC. */
function withoutHostCompiler(facts: Facts, target: Target): Answer | null {
  if (hostTools(facts, target).cc.word === null) return null;
  return {
    status: 'warn',
    found: `the kernel's build compiles its own programs with "gcc", which does not work here`,
    needed: `"${makeCommand(facts, target)}" instead of "make"`,
  };
}

function isBuiltWithClang(tree: KernelTreeFact | null): boolean {
  return tree !== null && isSet(tree.config, 'CC_IS_CLANG');
}
