import { check } from '../check.ts';
import { rustPair } from '../rust-pair.ts';

export const rustcLlvm = check({
  id: 'rustc.llvm',
  title: 'LLVM in rustc',
  goals: ['freestanding', 'rust-for-linux'],
  judge({ rustcs, host }, { toolchains, architecture: { llvm, name }, distribution }) {
    const chosen = toolchains.find(({ chosenFor }) => chosenFor.length > 0);
    const rustc = rustcs.find(({ path, outcome }) => (chosen ? path === chosen.rustc : outcome === 'ok'));
    if (rustc === undefined) return { status: 'skip', found: 'no rustc to ask' };
    const subject = `the LLVM ${rustc.llvmVersion ?? ''} in ${rustc.path}`.replace('  ', ' ');
    if (rustc.llvmBackend === true) return { status: 'ok', found: `${subject} has a back end for ${name}` };
    const needed = `an LLVM with the ${llvm.config} back end`;
    if (rustc.llvmBackend === null)
      return { status: 'warn', found: `${subject} did not say whether it has a back end for ${name}`, needed };
    return {
      status: 'fail',
      found: `${subject} has no back end for ${name}`,
      needed,
      remedies: [rustPair(distribution, host)],
    };
  },
});
