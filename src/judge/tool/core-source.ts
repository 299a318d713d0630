import type { Facts, RustcFact } from '../../model/facts.ts';

/** The source of core that the kernel's build would compile, as scripts/rust_is_available.sh looks for it. */
export interface CoreSource {
  /** Where it is looked for: the folder that holds `core`; null for a rustc that names no sysroot. */
  wanted: string | null;
  /** What chose that folder. */
  by: 'RUST_LIB_SRC' | 'KRUSTFLAGS' | 'sysroot';
  /** The folder where it is; null where it is not. */
  dir: string | null;
  version: string | null;
}

/** `${RUST_LIB_SRC:-$(rustc $KRUSTFLAGS --print sysroot)/lib/rustlib/src/rust/library}` of a rustc. */
export function coreSource(rustc: RustcFact, { environment, rustcs }: Facts): CoreSource {
  const override = environment.RUST_LIB_SRC;
  // Observation puts the override into every rustc's place.
  if (override !== undefined) return { wanted: override, by: 'RUST_LIB_SRC', ...sourceOf(rustc) };
  const sysroot = sysrootFlag(environment.KRUSTFLAGS ?? '');
  if (sysroot === null) return { wanted: libraryBelow(rustc.sysroot), by: 'sysroot', ...sourceOf(rustc) };
  const owner = rustcs.find((other) => other.sysroot === sysroot);
  return { wanted: libraryBelow(sysroot), by: 'KRUSTFLAGS', ...sourceOf(owner) };
}

function sourceOf(rustc: RustcFact | undefined): Pick<CoreSource, 'dir' | 'version'> {
  return { dir: rustc?.librarySource ?? null, version: rustc?.librarySourceVersion ?? null };
}

/** Of `--sysroot=DIR` or `--sysroot DIR`; null where there is neither. */
function sysrootFlag(flags: string): string | null {
  return /(?:^|\s)--sysroot(?:=|\s+)(\S+)/.exec(flags)?.[1] ?? null;
}

function libraryBelow(sysroot: string | null): string | null {
  return sysroot === null ? null : `${sysroot}/lib/rustlib/src/rust/library`;
}
