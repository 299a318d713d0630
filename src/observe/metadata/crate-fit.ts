import type { CrateMetadataFact } from '../../model/facts.ts';
import type { CrateName } from './crate-name.ts';
import type { CrateMetadata } from './rmeta.ts';

/** A file of a tree's `rust/` folder with its metadata; null where it holds none. */
export interface NamedMetadata {
  name: string;
  metadata: CrateMetadata | null;
}

/**
 * Whether a crate was compiled against the very crates and macros that lie beside it: rustc refuses any other (E0460).
 * Only those are compared whose names are understood, by a text or by the number the same rustc gave them.
 */
export function crateFit(
  crate: NamedMetadata,
  all: NamedMetadata[],
): Pick<CrateMetadataFact, 'fitsCore' | 'fitsOthers'> {
  const fits = (crate.metadata?.dependencies ?? []).flatMap(({ name, hash }) => {
    const beside = all.find((other) => isNamed(other, name, crate));
    const root = beside?.metadata?.root;
    return beside && root ? [{ core: beside.name === 'libcore.rmeta', same: root.hash === hash }] : [];
  });
  return { fitsCore: every(fits.filter(({ core }) => core)), fitsOthers: every(fits.filter(({ core }) => !core)) };
}

function isNamed(other: NamedMetadata, name: CrateName, by: NamedMetadata): boolean {
  if (typeof name === 'string') return [`lib${name}.rmeta`, `lib${name}.so`].includes(other.name);
  return name !== null && other.metadata?.root?.name === name && other.metadata.rustc === by.metadata?.rustc;
}

function every(fits: { same: boolean }[]): boolean | null {
  return fits.length === 0 ? null : fits.every(({ same }) => same);
}
