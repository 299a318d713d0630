import type { Assessment, Flavour } from '../assessment.ts';
import type { MachineConfig } from './config-mk.ts';

/** What an assessment chose for a module of one flavour: kernel tree, compiler and, where it needs one, library source. */
export function machineConfig({ target, toolchains }: Assessment, flavour: Flavour): MachineConfig {
  const toolchain = toolchains.find(({ chosenFor }) => chosenFor.includes(flavour));
  return {
    kdir: target.kernel?.dir ?? null,
    rustc: toolchain?.rustc ?? null,
    // A tree built with clang refuses gcc's flags, and the other way round.
    llvm: target.kernel?.llvm ? '1' : null,
    rustLibSrc: flavour === 'freestanding' ? (toolchain?.librarySource ?? null) : null,
  };
}
