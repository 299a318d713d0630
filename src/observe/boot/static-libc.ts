import { join } from 'node:path';
import type { Architecture } from '../../knowledge/architectures/architecture.ts';
import { findArchitecture } from '../../knowledge/architectures/architectures.ts';
import { isFile } from '../../system/files/files.ts';
import { ownMachine } from '../../system/own-machine.ts';

/**
 * The C library for programs that need no shared one; null where there is none for that architecture. Debian and Ubuntu keep
 * it in a folder of the architecture's name, their cross compilers in another (`libc6-dev-arm64-cross`), everybody else
 * where only programs of the machine's own architecture look.
 * @param root the folder taken for `/`
 */
export function findStaticLibc({ name, gccTriplet }: Architecture, root: string): string | null {
  const isNative = findArchitecture(ownMachine())?.name === name;
  const folders = [`usr/lib/${gccTriplet}`, `usr/${gccTriplet}/lib`, ...(isNative ? ['usr/lib64', 'usr/lib'] : [])];
  return folders.map((folder) => join(root, folder, 'libc.a')).find(isFile) ?? null;
}
