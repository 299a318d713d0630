import { constants } from 'node:fs';
import { basename } from 'node:path';
import { isFile, permits, readStart, realPath } from '../../system/files/files.ts';
import { parseElf } from '../elf/header.ts';

/** A file that was found where a program should be. */
export interface Program {
  /** Absolute, links not followed. */
  path: string;
  /** Links followed. */
  real: string;
  /** Its permissions let us start it. */
  executable: boolean;
  /** Arguments that always come first: `rustc` of `sccache rustc`. */
  leading?: readonly string[];
}

/** The program at the path; null when no file is there. */
export function programAt(path: string): Program | null {
  return isFile(path) ? { path, real: realPath(path), executable: permits(path, constants.X_OK) } : null;
}

/**
 * The same for two programs that would give the same answer. Links to one program count as one, unless its name shows
 * that it plays different parts under different names, as ccache and busybox do.
 * @param stem the tool's plain name, `gcc`
 */
export function identity(program: Program, stem: string): string {
  return basename(program.real).includes(stem) ? program.real : program.path;
}

/**
 * Whether the system itself can start the program: it is a script with an interpreter line, or made for this processor.
 * Anything else must not be tried, because the C library's execvp(3) would hand it to a shell.
 */
export function startable(program: Program): boolean {
  if (!program.executable) return false;
  const start = readStart(program.real, 64);
  // Programs may be executable without being readable.
  if (start === null) return true;
  if (start.toString('latin1', 0, 2) === '#!') return true;
  const elf = parseElf(start);
  return elf !== null && elf.machine === ownMachine();
}

let machine: number | undefined;

/** `e_machine` of the program that runs this very code. */
function ownMachine(): number | undefined {
  machine ??= parseElf(readStart(process.execPath, 64) ?? Buffer.alloc(0))?.machine;
  return machine;
}
