import { constants } from 'node:fs';
import { resolve } from 'node:path';
import { isFile, permits } from '../../system/files/files.ts';
import { workingFolder } from '../../system/working-folder.ts';
import { printable } from '../run/printable.ts';

/** More are not looked at, and nobody names as many. */
const mostLists = 100;

/**
 * The lists of other modules' symbols that a build is told to read and cannot (Documentation/kbuild/modules.rst,
 * KBUILD_EXTRA_SYMBOLS). Our Makefile starts relative paths from the module's folder.
 */
export function missingSymbolLists({ KBUILD_EXTRA_SYMBOLS = '' }: NodeJS.ProcessEnv): string[] {
  const lists = KBUILD_EXTRA_SYMBOLS.split(/\s+/).filter(Boolean).slice(0, mostLists);
  const canRead = (path: string) => isFile(path) && permits(path, constants.R_OK);
  return lists.filter((list) => !canRead(resolve(workingFolder() ?? '/', list))).map(printable);
}
