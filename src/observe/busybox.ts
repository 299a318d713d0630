import type { BusyboxFact } from '../facts.ts';
import { ask } from './ask.ts';
import { parseElf } from './elf.ts';
import { readStart } from './files.ts';
import type { ProgramPath } from './path.ts';
import type { Runner } from './run.ts';

/** Program headers lie within the first bytes of a file. */
const headerBytes = 4096;

/** busybox, which names its version when it is called without arguments; null where there is none. */
export async function observeBusybox(path: ProgramPath, runner: Runner): Promise<BusyboxFact | null> {
  const program = path.first('busybox');
  if (program === null) return null;
  const { fact } = await ask(runner, program, 'busybox', [], /^BusyBox v(\d+(?:\.\d+)+)/);
  const elf = parseElf(readStart(program.real, headerBytes) ?? Buffer.alloc(0));
  return { ...fact, static: elf !== null && !elf.interpreter };
}
