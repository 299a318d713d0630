import type { ByteReader } from './byte-reader.ts';

/**
 * A crate's name in metadata: the text, or the number it has in that rustc's own list of words (`core` and `alloc` do).
 * null for one that is written elsewhere in the file.
 */
export type CrateName = string | number | null;

/** Reads a name: 0 and its text, 1 and the place of its text, or 2 and rustc's own number. Throws a RangeError for anything else. */
export function readCrateName(reader: ByteReader): CrateName {
  const kind = reader.byte();
  if (kind === 0) return reader.text();
  const number = reader.number();
  if (kind > 2) throw new RangeError('no name starts like this');
  return kind === 2 ? number : null;
}

/** Reads a crate's hash, 16 bytes, as hexadecimal digits. */
export function readHash(reader: ByteReader): string {
  return reader.bytes(16).toString('hex');
}
