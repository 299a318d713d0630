import { findArchitecture } from '../knowledge/architectures/architectures.ts';
import type { Assessment, Flavour } from '../model/assessment.ts';
import type { MachineConfig } from './config-mk.ts';

/** What an assessment chose for a module of one flavour: kernel tree, compiler, for another architecture its names, and, where it needs one, library source. */
export function machineConfig({ host, target, toolchains }: Assessment, flavour: Flavour): MachineConfig {
  const toolchain = toolchains.find(({ chosenFor }) => chosenFor.includes(flavour));
  return {
    kdir: target.kernel?.dir ?? null,
    rustc: toolchain?.rustc ?? null,
    // Without a word, Kbuild builds for the machine's own architecture with its own tools.
    arch: target.arch === host.arch ? null : (findArchitecture(target.arch)?.arch ?? null),
    crossCompile: target.crossCompile ?? null,
    // A tree built with clang refuses gcc's flags, and the other way round.
    llvm: target.kernel?.llvm ? '1' : null,
    rustLibSrc: flavour === 'freestanding' ? (toolchain?.librarySource ?? null) : null,
  };
}
