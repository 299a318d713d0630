import { check } from '../../check.ts';
import { judgeKernelTool } from '../../tool/kernel-tool-answer.ts';
import { kernelTools } from '../../tool/kernel-tools.ts';

export const rustcVersion = check({
  id: 'rustc.version',
  title: "rustc for the kernel's build",
  goals: ['kernel'],
  about:
    'Whether the rustc that the build of the kernel would take is here, answers, and is new enough for this kernel and architecture. RUSTC is followed where it is set; otherwise it is the first rustc on PATH, or another one here that make has to be told of.',
  remedy: 'Install a newer rustc, or tell make of one that is here: make RUSTC=/path/to/rustc.',
  source:
    "The kernel's scripts/rust_is_available.sh; the minimum from scripts/min-tool-version.sh of the tree, or from https://rust-for-linux.com/rust-version-policy.",
  judge(facts, target) {
    // Both at once: a rustc without its source would only be the next thing to fail.
    const pair = target.distribution?.rust;
    const packages = pair && pair.librarySource === undefined ? pair.packages : [undefined];
    const need = {
      name: 'rustc',
      variable: 'RUSTC',
      purpose: "which compiles the kernel's Rust parts",
      packages,
    } as const;
    return judgeKernelTool({ ...need, beside: true }, kernelTools(facts, target), facts, target);
  },
});
