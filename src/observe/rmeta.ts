import { readStart } from './files.ts';

/** The compiler's version line lies within the first bytes. */
const headerBytes = 4096;

/** Version line of the rustc that wrote a metadata file; null when there is no file or it is not understood. */
export function readMetadataCompiler(path: string): string | null {
  const start = readStart(path, headerBytes);
  return start === null ? null : metadataCompiler(start);
}

/**
 * The metadata header is `rust`, four bytes of format version, the position of the root (4 bytes up to rustc 1.7x, 8 since),
 * then the length of the version line and the line itself: `rustc 1.85.1 (4eb161250 2025-03-15)`.
 * @param start the file's first bytes
 */
export function metadataCompiler(start: Buffer): string | null {
  if (start.toString('latin1', 0, 4) !== 'rust') return null;
  const text = start.indexOf('rustc ', 8, 'latin1');
  if (text < 9 || text > 32) return null;
  const line = start.toString('latin1', text, text + (start[text - 1] ?? 0));
  return /^rustc \d+\.\d+\.\d+[ -~]*$/.test(line) ? line : null;
}
