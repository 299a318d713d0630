import { join } from 'node:path';
import { findArchitecture } from '../../knowledge/architectures/architectures.ts';
import { preparationNeeds } from '../../knowledge/kernel/preparation.ts';
import type { PreparationFact } from '../../model/facts.ts';
import { isFile } from '../../system/files/files.ts';
import { ownMachine } from '../../system/own-machine.ts';
import type { ProgramPath } from '../run/path.ts';
import { presence } from '../run/presence.ts';

/**
 * What preparing a kernel's source takes beside the compilers. Nothing is run: no version is asked for, and the programs
 * of different makers (mawk, busybox) have no option in common that would harm none of them.
 * @param root the folder taken for `/`
 */
export function observePreparation(path: ProgramPath, root: string): PreparationFact {
  const folders = includeFolders().map((folder) => join(root, folder));
  const tools: PreparationFact['tools'] = {};
  const libraries: PreparationFact['libraries'] = {};
  for (const need of preparationNeeds) {
    if (need.kind === 'tool') tools[need.name] = presence(path.first(need.name));
    else libraries[need.name] = folders.some((folder) => isFile(join(folder, need.header)));
  }
  return { tools, libraries };
}

/** Where a C compiler of this machine looks for headers. Host programs are built for it, whatever the kernel is for. */
function includeFolders(): string[] {
  const host = findArchitecture(ownMachine());
  return ['usr/local/include', ...(host ? [`usr/include/${host.gccTriplet}`] : []), 'usr/include'];
}
