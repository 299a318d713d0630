import { byteReader } from './byte-reader.ts';
import { type CrateName, readCrateName, readHash } from './crate-name.ts';

/** What rustc compares before it takes a crate. */
export interface CrateRoot {
  /** The target it was compiled for; for a specification, its file's name without `.json`. */
  target: string;
  /** The whole text of the target's specification; null for a target built into rustc. */
  specification: string | null;
  /** 32 hexadecimal digits that change with anything a dependent crate could notice. */
  hash: string;
  name: CrateName;
}

/**
 * Reads the start of a crate's root: which kind of target (0 built in, 1 a specification), its name, the specification,
 * the crate's hash, its name. Source: `CrateHeader` in rustc_metadata, compared with files of rustc 1.85.1, 1.95, 1.96 and 1.97.
 * @param bytes the metadata from its root on
 * @returns null when they are laid out in another way
 */
export function parseCrateRoot(bytes: Buffer): CrateRoot | null {
  const reader = byteReader(bytes);
  try {
    const kind = reader.byte();
    if (kind > 1) return null;
    const target = reader.text();
    const specification = kind === 1 ? reader.text() : null;
    return /^[\w.-]+$/.test(target)
      ? { target, specification, hash: readHash(reader), name: readCrateName(reader) }
      : null;
  } catch {
    return null;
  }
}
