import { noKernel } from '../../answers.ts';
import { type Answer, check } from '../../check.ts';
import { advice } from '../../remedy/remedies.ts';
import { clangFor } from '../../tool/llvm-choice.ts';

export const llvmInlineHelpers = check({
  id: 'llvm.inline-helpers',
  title: 'One LLVM for inlined helpers',
  goals: ['rust-for-linux'],
  about:
    "Whether rustc and clang have the same major version of LLVM, where the kernel was configured with CONFIG_RUST_INLINE_HELPERS: the module's Rust code is then joined with C helpers as LLVM bitcode, which only the same LLVM reads for certain.",
  remedy: "Use the clang, with its llvm-link, of the major version of LLVM that the kernel's rustc has.",
  source: 'config RUSTC_CLANG_LLVM_COMPATIBLE in init/Kconfig and cmd_rustc_o_rs in scripts/Makefile.build of 7.3.',
  judge(facts, { kernel, toolchains }): Answer {
    if (kernel === null) return noKernel;
    if (kernel.tree?.config.CONFIG_RUST_INLINE_HELPERS !== 'y') {
      return { status: 'skip', found: `${kernel.title} does not inline C helpers into Rust` };
    }
    const rustc = toolchains.find(({ chosenFor }) => chosenFor.includes('rust-for-linux'));
    const [ours, theirs] = [majorOf(rustc?.llvmVersion), majorOf(clangFor(facts)?.version)];
    if (rustc === undefined || ours === null) {
      return { status: 'skip', found: 'there is no rustc to compare with, as rustc.identity says' };
    }
    if (theirs === null) return { status: 'skip', found: 'there is no clang to compare with, as clang.llvm says' };
    if (ours === theirs) return { status: 'ok', found: `rustc and clang both have LLVM ${ours}` };
    return {
      status: 'fail',
      found: `${rustc.rustc} has LLVM ${ours}, and clang is version ${theirs}`,
      needed: `clang and llvm-link ${ours}: ${kernel.title} inlines C helpers into Rust as LLVM bitcode`,
      remedies: [advice(`Put clang and llvm-link ${ours} first on PATH, or set LLVM=-${ours}.`)],
    };
  },
});

function majorOf(version: string | null | undefined): string | null {
  return version?.split('.')[0] ?? null;
}
