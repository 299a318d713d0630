import { basename } from 'node:path/posix';
import type { Facts, LlvmToolFact, ToolFact } from '../facts.ts';
import { llvmToolName } from '../knowledge/llvm-tools.ts';
import type { JudgedKernel } from './kernel.ts';

/**
 * The value of LLVM with which modules of a kernel are built; undefined where GNU's tools build them. What scaffolds
 * modules of a kernel built with Clang sets LLVM=1, unless the environment sets another.
 */
export function llvmFor(kernel: JudgedKernel | null, { environment }: Facts): string | undefined {
  return environment.LLVM ?? (kernel?.compiler.clang ? '1' : undefined);
}

/** The clang that modules of a kernel built with Clang are compiled by; null where none of that name is here. */
export function clangFor({ environment, clang, cc }: Facts): ToolFact | LlvmToolFact | null {
  const llvm = environment.LLVM ?? '1';
  // Where CC is set, that was asked instead of what LLVM stands for.
  if (llvm !== '1' && environment.CC === undefined) return cc;
  return llvm === '1' ? calledBy('clang', llvm, clang) : clang;
}

/** A tool that was observed, where it bears the very name that make calls: a versioned name does not serve for the plain one. */
export function calledBy<Tool extends ToolFact>(name: string, llvm: string, tool: Tool | null): Tool | null {
  return tool !== null && basename(tool.path) === basename(llvmToolName(name, llvm)) ? tool : null;
}
