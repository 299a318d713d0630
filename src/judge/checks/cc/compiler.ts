import { basename } from 'node:path/posix';
import type { Architecture } from '../../../knowledge/architectures/architecture.ts';
import type { Facts, KernelTreeFact, ToolFact } from '../../../model/facts.ts';
import { judgeTool, noKernel } from '../../answers.ts';
import { type Answer, check } from '../../check.ts';
import type { Target } from '../../context.ts';
import { crossPackage, isCrossTarget, prefixOf, strayTools } from '../../foreign.ts';
import { advice } from '../../remedy/remedies.ts';
import { judgeOptions } from '../../tool/compiler-options.ts';
import { clangFor } from '../../tool/llvm-choice.ts';
import { minimumFor } from '../../tool/minimum-tools.ts';
import { optionsForC, refusesOptions } from '../../tool/refused-options.ts';
import type { JudgedKernel } from '../../tree/kernel.ts';

export const ccCompiler = check({
  id: 'cc.compiler',
  title: 'C compiler',
  goals: ['freestanding', 'rust-for-linux'],
  about:
    "Whether the C compiler that Kbuild calls for modules is here, new enough, and of the major version that built the kernel: modules are compiled with that kernel's options. A GCC that does not know one of them fails, and so does one of another version than the kernel tree's GCC plugins; any other version usually works.",
  remedy: 'Install the C compiler that built the kernel.',
  source:
    'CONFIG_CC_VERSION_TEXT of the kernel\'s configuration; Debian\'s .kernelvariables, which call one by its versioned name; the warning "the compiler differs from the one used to build the kernel" in the top Makefile; options as the table says, and builds of modules for 7.2 and 7.3 with gcc-12 to gcc-15.',
  judge(facts, target): Answer {
    const { kernel } = target;
    if (kernel === null) return noKernel;
    return kernel.compiler.clang ? judgeClang(kernel, facts) : judgeGcc(kernel, facts, target);
  },
});

function judgeClang(kernel: JudgedKernel, facts: Facts): Answer {
  const clang = clangFor(facts);
  const refusal = clang && refusesOptions(optionsForC, clang, facts);
  if (refusal) return refusal;
  const [built] = /\d+(?=\.\d)/.exec(kernel.tree?.compiler ?? '') ?? [];
  const here = clang?.version?.split('.')[0];
  if (built === undefined || here === undefined || clang === null || built === here) {
    return { status: 'skip', found: `${kernel.title} is built with Clang, which is judged by itself` };
  }
  return otherMajor(kernel, `clang (${clang.path})`, clang, `clang ${built}`);
}

function judgeGcc(kernel: JudgedKernel, facts: Facts, target: Target): Answer {
  const stray = strayTools(target, facts);
  if (stray) return strayCompiler(stray, target);
  const { name, pinned } = kernel.compiler;
  const foreign = isCrossTarget(target, facts);
  const prefix = pinned && !foreign ? pinnedPrefix(kernel, facts) : prefixOf(target, facts);
  const wanted = `${prefix}${pinned ? name : 'gcc'}`;
  const tool = byName(pinned && !foreign ? `${kernel.tree?.toolPrefix ?? ''}${wanted}` : wanted, facts);
  const answer = judgeTool(
    {
      name: wanted,
      tool,
      purpose: pinned
        ? `which the headers of ${kernel.title} call by that name`
        : "which compiles the module's C parts",
      minimum: minimumFor('gcc', kernel, target.architecture),
      packages: [packageOf(kernel, facts, target)],
    },
    facts,
    target,
  );
  if (tool === null && prefix !== '' && !foreign) return { ...answer, remedies: [namePrefix] };
  if (answer.status !== 'ok' || tool === null) return answer;
  if (tool.lacks !== undefined) return incomplete(wanted, tool, tool.lacks);
  const refusal = refusesOptions(optionsForC, tool, facts);
  if (refusal) return refusal;
  const stranger = kernel.tree?.plugins.find(({ gcc }) => gcc !== null && gcc !== tool.version);
  if (stranger) return refusesPlugin(stranger, wanted, tool);
  const major = majorOf(name);
  if (major !== undefined && major === tool.version?.split('.')[0]) return answer;
  return judgeOptions(wanted, tool, kernel) ?? (major === undefined ? answer : otherMajor(kernel, wanted, tool, name));
}

/** Debian's packages have gcc in one and what it calls in another: gcc-12 and cpp-12. */
function incomplete(wanted: string, { path }: ToolFact, lacks: string): Answer {
  return {
    status: 'fail',
    found: `${wanted} (${path}) lacks ${lacks}, the program of its own that compiles C`,
    needed: `a C compiler that is whole`,
    remedies: [advice(`Reinstall the packages of ${path}, with those they depend on.`)],
  };
}

/** GCC's plugin_default_version_check, which the kernel's plugins call, wants the very version. */
function refusesPlugin(
  { file, gcc }: KernelTreeFact['plugins'][number],
  wanted: string,
  { version }: ToolFact,
): Answer {
  return {
    status: 'fail',
    found: `${wanted} is version ${version}, and ${file} is a plugin for GCC ${gcc}`,
    needed: `GCC ${gcc}, which alone loads the plugins of this kernel tree`,
    remedies: [
      advice(
        `Install GCC ${gcc}; or run "make modules_prepare" with GCC ${version} in the kernel's source, and name that with --kdir.`,
      ),
    ],
  };
}

/** make goes by the environment, right or wrong. */
function strayCompiler({ name, gccTriplet }: Architecture, { architecture }: Target): Answer {
  const wanted = `${architecture.gccTriplet}-`;
  return {
    status: 'fail',
    found: `CROSS_COMPILE names ${gccTriplet}-gcc, which compiles for ${name}`,
    needed: `a C compiler for ${architecture.name}`,
    remedies: [advice(`Set CROSS_COMPILE to ${wanted}, or not at all.`)],
  };
}

/** A compiler with a prefix of the user's own was observed only as the one that make would take. */
function byName(wanted: string, { gccs, cc, environment }: Facts): ToolFact | null {
  const found = gccs.find(({ path }) => basename(path) === basename(wanted));
  const isPlain = basename(wanted).endsWith('gcc');
  return found ?? (isPlain && environment.CROSS_COMPILE && !environment.CC && !environment.LLVM ? cc : null);
}

const namePrefix = advice(
  'Unset CROSS_COMPILE, or set it to what the names of installed tools begin with, such as x86_64-linux-gnu-.',
);

/** Headers that set CROSS_COMPILE themselves put the environment's aside. */
function pinnedPrefix({ tree }: JudgedKernel, { environment: { CROSS_COMPILE = '' } }: Facts): string {
  // A path was looked up for plain gcc alone.
  return tree?.toolPrefix || CROSS_COMPILE.includes('/') ? '' : CROSS_COMPILE;
}

/** Only names from the tables become commands: a kernel tree may say anything. */
function packageOf(kernel: JudgedKernel, facts: Facts, target: Target): string | undefined {
  const { name, pinned } = kernel.compiler;
  const { distribution } = target;
  if (pinned && distribution?.compiler !== name) return undefined;
  if (isCrossTarget(target, facts)) return crossPackage(pinned ? 'compiler' : 'gcc', target, facts);
  if (pinned) return pinnedPrefix(kernel, facts) === '' ? name : undefined;
  return facts.environment.CROSS_COMPILE ? undefined : distribution?.gcc;
}

function otherMajor({ title }: JudgedKernel, here: string, tool: ToolFact, name: string): Answer {
  return {
    status: 'warn',
    found: `${here} here is version ${tool.version}, and ${title} was built with ${name}`,
    needed: `${name} to be sure; another one usually works`,
  };
}

/** Of `gcc-14`; a plain name holds none. */
function majorOf(name: string): string | undefined {
  return /-(\d+)$/.exec(name)?.[1];
}
