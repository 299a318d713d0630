import { llvmToolName, llvmTools } from '../../knowledge/kernel/llvm-tools.ts';
import type { Facts } from '../../model/facts.ts';
import type { ProgramPath } from '../run/path.ts';
import { presence } from '../run/presence.ts';

/** Looks for LLVM's tools by the names that the environment's LLVM gives them, the plain ones where it is not set. */
export function observeLlvmTools({ LLVM = '' }: NodeJS.ProcessEnv, path: ProgramPath): Facts['llvmTools'] {
  return Object.fromEntries(llvmTools.map(({ name }) => [name, presence(path.first(llvmToolName(name, LLVM)))]));
}
