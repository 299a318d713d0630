import { basename } from 'node:path/posix';
import { llvmForm, llvmToolName } from '../../knowledge/kernel/llvm-tools.ts';
import type { Facts, LlvmToolFact, ToolFact } from '../../model/facts.ts';
import { compareVersions } from '../../text/versions.ts';
import type { Answer } from '../check.ts';
import type { JudgedKernel } from '../tree/kernel.ts';

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

/** Whether the Makefile of a kernel stops at a value of LLVM: before 7.2 all that is neither a folder nor a suffix means 1. */
export function refusesLlvm(llvm: string | undefined, version: string): boolean {
  return llvm !== undefined && llvm !== '1' && llvmForm(llvm) === 'plain' && compareVersions(version, '7.2') >= 0;
}

/** What a value that means nothing to Kbuild was most likely meant to be. */
export function llvmAdvice(llvm: string): string {
  if (llvm.includes('/')) return `A folder needs a slash at its end: LLVM=${llvm}/`;
  const version = /^(?:llvm|clang)?-?(\d+)$/.exec(llvm)?.[1];
  if (version !== undefined && Number(version) > 1) return `A suffix needs a hyphen in front: LLVM=-${version}`;
  return 'Unset LLVM to build with GCC, or set LLVM=1 to build with Clang.';
}

/** The answer of checks that would look at tools which no build comes to call. */
export const llvmIsRefused: Answer = { status: 'skip', found: 'make refuses LLVM as it is set, as llvm.setting says' };
