import { join } from 'node:path';
import { busyboxFolders, busyboxNames } from '../../knowledge/distributions/busybox.ts';
import type { BusyboxFact } from '../../model/facts.ts';
import { readStart } from '../../system/files/files.ts';
import { parseElf } from '../elf/header.ts';
import { ask } from '../run/ask.ts';
import type { ProgramPath } from '../run/path.ts';
import { type Program, programAt } from '../run/program.ts';
import type { Runner } from '../run/run.ts';

/** Program headers lie within the first bytes of a file. */
const headerBytes = 4096;

/**
 * The first busybox without shared libraries by any of its names, otherwise the first of all; null if there is none.
 * It names its version when it is called without arguments.
 * @param root the folder taken for `/`
 */
export async function observeBusybox(path: ProgramPath, runner: Runner, root: string): Promise<BusyboxFact | null> {
  const everywhere = busyboxNames.flatMap((name) => [
    ...path.all(name),
    ...busyboxFolders.map((folder) => programAt(join(root, folder, name))),
  ]);
  const programs = everywhere.filter((program) => program !== null).filter(({ executable }) => executable);
  const program = programs.find(isStatic) ?? programs[0] ?? path.first('busybox');
  if (program === null) return null;
  const { fact } = await ask(runner, program, 'busybox', [], /^BusyBox v(\d+(?:\.\d+)+)/);
  return { ...fact, static: isStatic(program) };
}

function isStatic({ real }: Program): boolean {
  const elf = parseElf(readStart(real, headerBytes) ?? Buffer.alloc(0));
  return elf !== null && !elf.interpreter;
}
