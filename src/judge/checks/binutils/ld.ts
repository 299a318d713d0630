import { llvmToolName } from '../../../knowledge/kernel/llvm-tools.ts';
import { flavours } from '../../../model/assessment.ts';
import type { Facts } from '../../../model/facts.ts';
import type { ToolNeed } from '../../answers.ts';
import { check } from '../../check.ts';
import type { Target } from '../../context.ts';
import { crossPackage, isCrossTarget, prefixOf } from '../../foreign.ts';
import { joinAnswers, type Part } from '../../join-answers.ts';
import { advice } from '../../remedy/remedies.ts';
import { judgeForModules, judgeForSource } from '../../tool/judge-for-kernels.ts';
import { calledBy, llvmFor, llvmIsRefused, refusesLlvm } from '../../tool/llvm-choice.ts';
import type { JudgedKernel } from '../../tree/kernel.ts';

/** ld stands for its whole package: readelf, which looks for what the kernel cannot relocate, comes with it. */
export const binutilsLd = check({
  id: 'binutils.ld',
  title: 'Linker',
  goals: ['freestanding', 'rust-for-linux', 'kernel'],
  about:
    "Whether the linker that Kbuild calls is here and new enough: LLVM's ld.lld with LLVM=1, which modules of a kernel built with Clang take, and GNU ld otherwise.",
  remedy: 'Install or update binutils, or lld for a kernel built with Clang; unset LLVM for any other.',
  source: 'LD in the top Makefile and scripts/min-tool-version.sh of each kernel.',
  judge(facts, target) {
    const forSource = linker(facts, target, null);
    const { LLVM: llvm } = facts.environment;
    const ofSource = judgeForSource(forSource.measured, forSource.need, facts, target);
    return joinAnswers([
      linksModules(facts, target),
      ...ofSource.map((part) => (refusesLlvm(llvm, target.source.version) ? { ...part, ...llvmIsRefused } : part)),
    ]);
  },
});

/** A kernel built with GCC wants no linker of LLVM's, so that bringing one is no remedy there. */
function linksModules(facts: Facts, target: Target): Part {
  const { kernel } = target;
  if (kernel && refusesLlvm(facts.environment.LLVM, kernel.release)) return { goals: [...flavours], ...llvmIsRefused };
  const { measured, need } = linker(facts, target, kernel);
  const answer = judgeForModules(measured, need, facts, target);
  const isMistaken = measured === 'llvm' && kernel?.compiler.clang === false;
  return isMistaken && answer.status !== 'ok' ? { ...answer, remedies: [advice('Unset LLVM.')] } : answer;
}

/** @param kernel the one that modules are built for; null for building a kernel itself */
function linker(
  facts: Facts,
  target: Target,
  kernel: JudgedKernel | null,
): { measured: 'llvm' | 'binutils'; need: Omit<ToolNeed, 'minimum'> } {
  const { ld, lld } = facts;
  const { distribution } = target;
  const llvm = llvmFor(kernel, facts);
  if (llvm === undefined) {
    const foreign = isCrossTarget(target, facts);
    const name = foreign ? `${prefixOf(target, facts)}ld` : 'GNU ld';
    const packages = [foreign ? crossPackage('binutils', target, facts) : distribution?.binutils];
    const need = { name, tool: ld, purpose: 'which links modules', packages };
    return { measured: 'binutils', need };
  }
  const name = llvmToolName('ld.lld', llvm);
  const purpose = `which LLVM=${llvm} links with`;
  const packages = [name === 'ld.lld' ? distribution?.lld : undefined];
  return { measured: 'llvm', need: { name, tool: calledBy('ld.lld', llvm, lld), purpose, packages } };
}
