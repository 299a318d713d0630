import { join } from 'node:path';
import type { Architecture } from '../../knowledge/architectures/architecture.ts';
import type { BusyboxFact } from '../../model/facts.ts';
import { isFile, list, readStart } from '../../system/files/files.ts';
import { parseElf } from '../elf/header.ts';

/** The folder of our cache for what is unpacked of an architecture's packages: by Debian's name, as a module's own scripts have it. */
export function foreignFolder(cache: string, { name, debian }: Pick<Architecture, 'name' | 'debian'>): string {
  return join(cache, 'foreign', debian ?? name);
}

/** Where the headers of a release lie in the folder that their packages are unpacked in. */
export function headersIn(tree: string, release: string): string {
  return join(tree, 'usr/src', `linux-headers-${release}`);
}

/** The kernel headers that set-up unpacked for an architecture, in no order. */
export function foreignHeaders(architecture: Architecture, cache: string | null): string[] {
  if (cache === null) return [];
  const folder = foreignFolder(cache, architecture);
  const releases = (list(folder) ?? []).filter((name) => /^\d/.test(name));
  return releases.map((release) => headersIn(join(folder, release), release));
}

/** Where the busybox for an architecture lies in our cache. */
export function foreignBusyboxIn(cache: string, architecture: Architecture): string {
  return join(foreignFolder(cache, architecture), 'busybox');
}

/** Program headers lie within the first bytes of a file. */
const headerBytes = 4096;

/** The busybox that set-up unpacked for an architecture, read and not run; null where there is none. */
export function observeForeignBusybox(architecture: Architecture, cache: string | null): BusyboxFact | null {
  const path = cache === null ? null : foreignBusyboxIn(cache, architecture);
  if (path === null || !isFile(path)) return null;
  const elf = parseElf(readStart(path, headerBytes) ?? Buffer.alloc(0));
  const isOfIt = elf?.machine === architecture.elf;
  return {
    path,
    outcome: isOfIt ? 'ok' : 'not-runnable',
    version: null,
    line: '',
    static: elf !== null && !elf.interpreter,
  };
}
