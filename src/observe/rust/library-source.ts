import { join } from 'node:path';
import { isFile, readText, realPath } from '../../system/files/files.ts';

/** The library source that belongs to a rustc: the folder that holds `core` and `alloc`. */
export interface LibrarySource {
  dir: string;
  /** null when it does not say. */
  version: string | null;
}

/**
 * Where the kernel's own build looks for it (`scripts/rust_is_available.sh`).
 * @param override RUST_LIB_SRC, which takes the place of the sysroot's
 * @returns null when there is none
 */
export function librarySource(sysroot: string | null, override: string | undefined): LibrarySource | null {
  const dir = override || (sysroot === null ? null : join(sysroot, 'lib/rustlib/src/rust/library'));
  return dir !== null && isFile(join(dir, 'core/src/lib.rs')) ? { dir, version: sourceVersion(dir) } : null;
}

/** From rustc's `src/version` file beside the library, or from Debian's folder name, `/usr/src/rustc-1.85.1/library`. */
function sourceVersion(dir: string): string | null {
  const file = readText(join(dir, '../src/version')) ?? '';
  const [version] = /^\d+\.\d+\.\d+/.exec(file) ?? [];
  return version ?? /\/rustc-(\d+\.\d+\.\d+)/.exec(realPath(dir))?.[1] ?? null;
}
