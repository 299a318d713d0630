import { buildTools } from '../../knowledge/kernel/build-tools.ts';
import type { ProgramPath } from '../run/path.ts';

/**
 * Which of the programs that builds of modules start could not be started. None is run: they have no option in common.
 * @param prefix of the cross tools; empty for the machine's own
 */
export function observeAbsentPrograms(path: ProgramPath, prefix: string): string[] {
  const absent = buildTools.filter(
    ({ name, binutils }) => path.first(`${binutils ? prefix : ''}${name}`)?.executable !== true,
  );
  return [...new Set(absent.map(({ name }) => name))];
}
