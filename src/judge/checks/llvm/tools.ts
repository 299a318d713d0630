import { llvmToolName, llvmTools as tools } from '../../../knowledge/kernel/llvm-tools.ts';
import { flavours, type Remedy } from '../../../model/assessment.ts';
import type { Facts } from '../../../model/facts.ts';
import { listing } from '../../../text/listing.ts';
import { compareVersions } from '../../../text/versions.ts';
import { noKernel } from '../../answers.ts';
import { type Answer, check } from '../../check.ts';
import type { Target } from '../../context.ts';
import { advice, install } from '../../remedy/remedies.ts';
import { llvmFor, llvmIsRefused, refusesLlvm } from '../../tool/llvm-choice.ts';
import type { JudgedKernel } from '../../tree/kernel.ts';

export const llvmTools = check({
  id: 'llvm.tools',
  title: "LLVM's tools",
  goals: ['freestanding', 'rust-for-linux'],
  about:
    "Whether the tools of LLVM's that Kbuild calls beside clang and ld.lld are here and start, where LLVM is set or the kernel was built with Clang: llvm-readelf, llvm-nm, llvm-objcopy and llvm-link, each only by the kernels and flavours that take it.",
  remedy: "Install LLVM's tools, or unset LLVM for a kernel that was built with GCC.",
  source:
    'Measured by hiding one after another from builds of modules for 6.1, 6.12 and 7.3; the table names the file that calls.',
  judge(facts, target): Answer {
    const { kernel } = target;
    if (kernel === null) return noKernel;
    const llvm = llvmFor(kernel, facts);
    if (llvm === undefined) {
      return { status: 'skip', found: `LLVM is not set, and ${kernel.title} was not built with Clang` };
    }
    if (refusesLlvm(llvm, kernel.release)) return llvmIsRefused;
    const called = tools.filter((tool) => isCalled(tool, kernel));
    const missing = called.filter(({ name }) => facts.llvmTools[name]?.outcome !== 'ok');
    if (missing.length === 0) return { status: 'ok', found: `${listing(names(called, llvm))} can be started` };
    return notHere(missing, { llvm, kernel }, facts, target);
  },
});

type Tool = (typeof tools)[number];

function isCalled({ until, asks }: Tool, { release, tree }: JudgedKernel): boolean {
  return (until === undefined || compareVersions(release, until) < 0) && (asks === undefined || asks(tree));
}

function notHere(
  missing: readonly Tool[],
  { llvm, kernel }: { llvm: string; kernel: JudgedKernel },
  facts: Facts,
  target: Target,
): Answer {
  const list = listing(names(missing, llvm));
  const state = missing.length > 1 ? 'are not installed, or do not start' : 'is not installed, or does not start';
  return {
    status: 'fail',
    goals: flavours.filter((flavour) => missing.some((tool) => tool.flavours.includes(flavour))),
    found: `${list} ${state}`,
    needed: `${missing.map((tool) => `${llvmToolName(tool.name, llvm)}, which ${tool.purpose}`).join('; ')}, as LLVM=${llvm} has it`,
    detail: missing.map(({ name, source }) => `${name}: ${source}.`).join(' '),
    remedies: [kernel.compiler.clang ? bring(list, llvm, facts, target) : advice('Unset LLVM.')],
  };
}

/** Packages bring the plain names; what another suffix or folder lacks is for a person to find. */
function bring(list: string, llvm: string, { host }: Facts, { distribution }: Target): Remedy {
  const isPlain = llvmToolName('clang', llvm) === 'clang';
  if (isPlain) return install(list, distribution?.clang ?? [undefined], distribution, host);
  return advice(`Install ${list}, or set LLVM=1, or to the suffix or the folder of an LLVM that is whole.`);
}

function names(some: readonly Tool[], llvm: string): string[] {
  return some.map(({ name }) => llvmToolName(name, llvm));
}
