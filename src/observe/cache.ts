import { readdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { HostFact } from '../facts.ts';
import { stat } from './files.ts';

/** The cache of core and alloc, and its size. XDG_CACHE_HOME counts only when it is absolute (XDG Base Directory Specification). */
export function observeCache(env: NodeJS.ProcessEnv): HostFact['cache'] {
  const base = isAbsolute(env.XDG_CACHE_HOME ?? '') ? env.XDG_CACHE_HOME : env.HOME && join(env.HOME, '.cache');
  if (!base) return { dir: null, bytes: 0 };
  const dir = join(base, 'kernel-rust-module');
  return { dir, bytes: bytesBelow(join(dir, 'core')) };
}

function bytesBelow(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, file) => sum + (stat(join(file.parentPath, file.name))?.size ?? 0), 0);
  } catch {
    return 0;
  }
}
