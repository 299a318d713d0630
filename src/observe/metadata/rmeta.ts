import type { OpenFile } from '../../system/files/files.ts';
import { type Dependency, parseDependencies } from './crate-dependencies.ts';
import { type CrateRoot, parseCrateRoot } from './crate-root.ts';

/** What rustc's metadata of a crate says. */
export interface CrateMetadata {
  /** Version line of the rustc that wrote it, `rustc 1.85.1 (4eb161250 2025-03-15)`. */
  rustc: string;
  /** Nothing of it is cut off, as far as its layout is known. */
  whole: boolean;
  /** null where its layout is not known. */
  root: CrateRoot | null;
  /** The crates it was compiled against; none where its layout is not known. */
  dependencies: Dependency[];
}

/** The version line, and after it the crates this one depends on, lie within the first bytes. */
const headerBytes = 4096;

/** A root starts with the target, whose specification is 1.5 kB for x86_64. */
const rootBytes = 65_536;

/** As written by rustc 1.85.1 and by 1.95 to 1.97: the position of the root is a 64-bit little-endian number at byte 8. */
const knownFormats = [9, 10];

/** Where the version line starts in these formats. */
const versionAt = 17;

const endMark = Buffer.from('rust-end-file');

/** 1.85.1 and later end their files with the mark, 1.63 did not; when it came in between was not measured. */
const firstMinorWithMark = 85;

/**
 * Reads the metadata of a crate, its body left out: three small reads, however large it is.
 * @returns null when it is none
 */
export function readMetadata(file: OpenFile): CrateMetadata | null {
  const start = file.read(0, headerBytes);
  const rustc = metadataCompiler(start);
  if (rustc === null) return null;
  if (!knownFormats.includes(start.readUInt32BE(4))) return { rustc, whole: true, root: null, dependencies: [] };
  const root = Number(start.readBigUInt64LE(8));
  const marked = file.read(file.size - endMark.length, endMark.length).equals(endMark);
  return {
    rustc,
    whole: marked || (root < file.size && minorVersion(rustc) < firstMinorWithMark),
    root: parseCrateRoot(file.read(root, rootBytes)),
    dependencies: parseDependencies(start.subarray(versionAt + rustc.length + 1)),
  };
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

function minorVersion(rustc: string): number {
  return Number(/^rustc 1\.(\d+)/.exec(rustc)?.[1] ?? Number.POSITIVE_INFINITY);
}
