import type { Facts, RustcFact } from '../../../model/facts.ts';
import { type Answer, check } from '../../check.ts';
import type { Target } from '../../context.ts';
import { joinAnswers, type Part } from '../../join-answers.ts';
import { kernelTools } from '../../tool/kernel-tools.ts';
import { rustPair } from '../../tool/rust-pair.ts';

export const rustcLlvm = check({
  id: 'rustc.llvm',
  title: 'LLVM in rustc',
  goals: ['freestanding', 'rust-for-linux', 'kernel'],
  about:
    'Whether the LLVM inside rustc can generate code for the architecture. It is asked by having rustc list the processors of the target, for which it creates that back end.',
  remedy: "Use a rustc whose LLVM has the back end: the official ones and most distributions' have all.",
  source: 'rustc stops with "could not create LLVM TargetMachine" without it.',
  judge(facts, target): Answer {
    const chosen = target.toolchains.find(({ chosenFor }) => chosenFor.length > 0);
    const forModules = facts.rustcs.find(({ path, outcome }) => (chosen ? path === chosen.rustc : outcome === 'ok'));
    return joinAnswers([
      { goals: ['freestanding', 'rust-for-linux'], ...judgeRustc(forModules, facts, target) },
      ...forSource(facts, target),
    ]);
  },
});

function forSource(facts: Facts, target: Target): Part[] {
  if (!target.asked.includes('kernel')) return [];
  const { tool } = kernelTools(facts, target).rustc;
  return [{ goals: ['kernel'], ...judgeRustc(tool?.outcome === 'ok' ? tool : undefined, facts, target) }];
}

function judgeRustc(rustc: RustcFact | undefined, facts: Facts, target: Target): Answer {
  const { name, llvm } = target.architecture;
  if (rustc === undefined) return { status: 'skip', found: 'no rustc to ask' };
  const subject = `the LLVM ${rustc.llvmVersion ?? ''} in ${rustc.path}`.replace('  ', ' ');
  if (rustc.llvmBackend === true) return { status: 'ok', found: `${subject} has a back end for ${name}` };
  const needed = `an LLVM with the ${llvm.config} back end`;
  if (rustc.llvmBackend === null) {
    return { status: 'warn', found: `${subject} did not say whether it has a back end for ${name}`, needed };
  }
  return {
    status: 'fail',
    found: `${subject} has no back end for ${name}`,
    needed,
    remedies: [rustPair(target.distribution, facts)],
  };
}
