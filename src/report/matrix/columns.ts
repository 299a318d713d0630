import type { ArchitectureReport, Flavour, MatrixColumn } from '../../model/assessment.ts';

/** The columns of facts, as tables head them: over two lines in plain text, and what they tell of, for lists. */
export const matrixHeads: Record<MatrixColumn, { above: string; below: string; title: string }> = {
  rustcLlvm: { above: 'LLVM', below: 'rustc', title: 'LLVM in rustc' },
  clangLlvm: { above: 'LLVM', below: 'clang', title: 'LLVM in clang' },
  llvmConfigLlvm: { above: 'LLVM', below: 'config', title: 'LLVM of llvm-config' },
  rustTarget: { above: 'rustc', below: 'target', title: 'rustc target' },
  upstream: { above: 'Rust in', below: 'Linux', title: 'Rust in Linux' },
  compiler: { above: '', below: 'gcc', title: 'C compiler' },
  binutils: { above: '', below: 'ld', title: 'GNU ld' },
  qemu: { above: '', below: 'QEMU', title: 'QEMU' },
};

/** The columns of verdicts. */
export const verdictHeads: Record<Flavour, { above: string; below: string }> = {
  freestanding: { above: 'free-', below: 'standing' },
  'rust-for-linux': { above: 'rust-for-', below: 'linux' },
};

/** What Rust in its kernels hangs on, in one sentence; empty where they cannot have it or nothing is asked. */
export function upstreamNeeds({ upstream }: Pick<ArchitectureReport, 'upstream'>): string {
  const { conditions, minimumRustc } = upstream;
  return [...conditions, ...(minimumRustc === null ? [] : [`rustc ${minimumRustc} or newer`])].join('; ');
}
