import { byteReader } from './byte-reader.ts';
import { type CrateName, readCrateName, readHash } from './crate-name.ts';

/** A crate that another one was compiled against. rustc takes no other build of it (E0460). */
export interface Dependency {
  name: CrateName;
  hash: string;
}

/**
 * Reads the crates that one was compiled against, which rustc writes before anything else: of each its name, hash, perhaps a second hash
 * (for macros), how it is linked (0 to 3), the ending of its file's name and whether it is private.
 * Where they end is written elsewhere, so what follows them may be read as one more that no crate bears the name of.
 * Source: `CrateDep` in rustc_metadata, compared with files of rustc 1.85.1, 1.95, 1.96 and 1.97.
 * @param bytes the metadata after its version line
 */
export function parseDependencies(bytes: Buffer): Dependency[] {
  const reader = byteReader(bytes);
  const found: Dependency[] = [];
  try {
    while (true) {
      const dependency = { name: readCrateName(reader), hash: readHash(reader) };
      if (flag(reader.byte())) reader.bytes(16);
      if (reader.byte() > 3) return found;
      reader.text();
      flag(reader.byte());
      found.push(dependency);
    }
  } catch {
    return found;
  }
}

function flag(byte: number): boolean {
  if (byte > 1) throw new RangeError('neither yes nor no');
  return byte === 1;
}
