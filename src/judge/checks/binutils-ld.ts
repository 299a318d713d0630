import type { Facts } from '../../facts.ts';
import type { ToolNeed } from '../answers.ts';
import { check } from '../check.ts';
import { joinAnswers } from '../join-answers.ts';
import { judgeForModules, judgeForSource } from '../judge-for-kernels.ts';
import type { Target } from '../target.ts';

/** ld stands for its whole package: readelf, which looks for what the kernel cannot relocate, comes with it. */
export const binutilsLd = check({
  id: 'binutils.ld',
  title: 'Linker',
  goals: ['freestanding', 'rust-for-linux', 'kernel'],
  about:
    "Whether the linker that Kbuild calls is here and new enough: LLVM's ld.lld with LLVM=1, which modules of a kernel built with Clang take, and GNU ld otherwise.",
  remedy: 'Install or update binutils, or lld where LLVM=1 is set.',
  source: 'LD in the top Makefile and scripts/min-tool-version.sh of each kernel.',
  judge(facts, target) {
    const forModules = linker(facts, target, target.kernel?.compiler.clang === true);
    const forSource = linker(facts, target, false);
    return joinAnswers([
      judgeForModules(forModules.measured, forModules.need, facts, target),
      ...judgeForSource(forSource.measured, forSource.need, facts, target),
    ]);
  },
});

/** @param clang modules of a kernel built with Clang: what scaffolds them sets LLVM=1, unless the environment sets another */
function linker(
  { environment, lld, ld }: Facts,
  { distribution }: Target,
  clang: boolean,
): { measured: 'llvm' | 'binutils'; need: Omit<ToolNeed, 'minimum'> } {
  const llvm = environment.LLVM ?? (clang ? '1' : undefined);
  if (llvm === undefined) {
    const need = { name: 'GNU ld', tool: ld, purpose: 'which links modules', packages: [distribution?.binutils] };
    return { measured: 'binutils', need };
  }
  const purpose = `which LLVM=${llvm} links with`;
  return { measured: 'llvm', need: { name: 'ld.lld', tool: lld, purpose, packages: [distribution?.lld] } };
}
