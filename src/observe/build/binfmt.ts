import { join } from 'node:path';
import { isFile, list, readText } from '../../system/files/files.ts';

/**
 * Whether the kernel hands programs that start like this to another one, such as QEMU: binfmt_misc, as the kernel's
 * Documentation/admin-guide/binfmt-misc.rst describes it.
 * @param start the program's first bytes
 * @param root the folder taken for `/`
 */
export function isHandedOn(start: Buffer, root: string): boolean {
  const folder = join(root, 'proc/sys/fs/binfmt_misc');
  return (list(folder) ?? []).some((name) => fits(start, readText(join(folder, name)) ?? '', root));
}

function fits(start: Buffer, entry: string, root: string): boolean {
  const value = (key: string) => new RegExp(`^${key}:? (\\S*)$`, 'm').exec(entry)?.[1] ?? '';
  const [offset, magic, mask] = [Number(value('offset')), bytes(value('magic')), bytes(value('mask'))];
  if (!entry.startsWith('enabled') || magic.length === 0) return false;
  const matches = magic.every((byte, index) => (((start[offset + index] ?? 0) ^ byte) & (mask[index] ?? 255)) === 0);
  // With the flag F the kernel holds the interpreter open, wherever it is.
  return matches && (value('flags').includes('F') || isFile(join(root, value('interpreter'))));
}

function bytes(hexadecimal: string): number[] {
  return [...Buffer.from(hexadecimal, 'hex')];
}
