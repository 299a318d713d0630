import { lstatSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { HostFact } from '../../model/facts.ts';
import { list } from '../../system/files/files.ts';

/** The cache of core and alloc, and its size. XDG_CACHE_HOME counts only when it is absolute (XDG Base Directory Specification). */
export function observeCache(env: NodeJS.ProcessEnv): HostFact['cache'] {
  const base = isAbsolute(env.XDG_CACHE_HOME ?? '') ? env.XDG_CACHE_HOME : env.HOME && join(env.HOME, '.cache');
  if (!base) return { dir: null, bytes: 0 };
  const dir = join(base, 'kernel-rust-module');
  return { dir, bytes: bytesBelow(join(dir, 'core')) };
}

/** Files and folders after which the rest is left uncounted; a module takes forty. */
const mostEntries = 10_000;

function bytesBelow(folder: string): number {
  const folders = [folder];
  let bytes = 0;
  let entries = 0;
  for (const place of folders) {
    for (const name of list(place) ?? []) {
      if (entries === mostEntries) return bytes;
      entries += 1;
      const stats = lstatSync(join(place, name), { throwIfNoEntry: false });
      if (stats?.isDirectory()) folders.push(join(place, name));
      else if (stats?.isFile()) bytes += stats.size;
    }
  }
  return bytes;
}
