import { readText } from '../../system/files/files.ts';

/** The assignments stand at the top of Kbuild's Makefile. */
const firstLines = 1024;

/**
 * Version of a kernel's source, `7.3.4` or `7.4.0-rc1`, from `VERSION`, `PATCHLEVEL`, `SUBLEVEL` and `EXTRAVERSION` of its Makefile.
 * @returns null when they are not all there
 */
export function readSourceVersion(makefile: string): string | null {
  const text = readText(makefile, firstLines) ?? '';
  const value = (name: string) => new RegExp(`^${name} *= *(\\S*)$`, 'm').exec(text)?.[1] ?? '';
  const numbers = ['VERSION', 'PATCHLEVEL', 'SUBLEVEL'].map(value);
  const version = `${numbers.join('.')}${value('EXTRAVERSION')}`;
  return /^\d+\.\d+\.\d+[\w.+-]*$/.test(version) ? version : null;
}
