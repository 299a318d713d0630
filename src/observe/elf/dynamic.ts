import type { OpenFile } from '../../system/files/files.ts';
import { type ElfSegments, readElfSegments } from './segments.ts';

/** A version of symbols that a library must define, `GLIBC_2.38` of `libc.so.6`. */
export interface NeededVersion {
  library: string;
  version: string;
}

/** What the dynamic loader reads of an ELF file before it starts it. */
export interface ElfDynamic {
  /** The loader that it names (PT_INTERP); null for what is linked statically, and for libraries. */
  interpreter: string | null;
  /** DT_NEEDED: names of libraries. */
  needed: string[];
  /** DT_RUNPATH and DT_RPATH: folders to look in, as they are written there. */
  runPath: string[];
  neededVersions: NeededVersion[];
  /** Versions of symbols that it defines itself. */
  definedVersions: string[];
}

const [dynamicSegment, interpreterSegment] = [2, 3];
const [needed, names, namesSize, rPath, runPath] = [1, 5, 10, 15, 29];
const [verdef, verneed] = [0x6ffffffc, 0x6ffffffe];

/** libc.so.6 has 30 kB of names, and defines some fifty versions in 2 kB. */
const most = { names: 262_144, versionBytes: 65_536, versions: 512, libraries: 128, folders: 16, path: 4096 };

/**
 * Reads what decides whether a program can be started. Layout: elf(5), and "Symbol Versioning" in the Linux Standard Base.
 * @returns null when it is not an ELF file
 */
export function readElfDynamic(file: OpenFile): ElfDynamic | null {
  const elf = readElfSegments(file);
  if (elf === null) return null;
  const entries = dynamicEntries(elf);
  const value = (tag: number) => entries.find((entry) => entry.tag === tag)?.value ?? 0;
  const text = elf.mapped(value(names), Math.min(value(namesSize), most.names));
  const name = (at: number) => textAt(text, at);
  const named = (tag: number) =>
    entries
      .filter((entry) => entry.tag === tag)
      .slice(0, most.libraries)
      .map((entry) => name(entry.value))
      .filter(Boolean);
  const interpreter = elf.segment(interpreterSegment);
  return {
    interpreter: interpreter && textAt(interpreter, 0),
    needed: named(needed),
    runPath: [...named(runPath), ...named(rPath)].flatMap((path) => path.split(':')).slice(0, most.folders),
    // Of a program with more names than are read, those beyond are not known.
    neededVersions: neededVersions(elf, value(verneed), name).filter(({ library, version }) => library && version),
    definedVersions: definedVersions(elf, value(verdef), name),
  };
}

function dynamicEntries({ layout, segment }: ElfSegments): { tag: number; value: number }[] {
  const { wide, address } = layout;
  const bytes = segment(dynamicSegment) ?? Buffer.alloc(0);
  const [half, whole] = wide ? [8, 16] : [4, 8];
  return Array.from({ length: Math.floor(bytes.length / whole) }, (_, index) => ({
    tag: address(bytes, index * whole),
    value: address(bytes, index * whole + half),
  }));
}

/** A library's record (Verneed) leads to those of its versions (Vernaux). A weak one is only warned of. */
function neededVersions(elf: ElfSegments, place: number, name: (at: number) => string): NeededVersion[] {
  const { half, word } = elf.layout;
  const bytes = place === 0 ? Buffer.alloc(0) : elf.mapped(place, most.versionBytes);
  const pairs = chain(bytes, 0, 16, (at) => word(bytes, at + 12)).flatMap((library) =>
    chain(bytes, library + word(bytes, library + 8), 16, (at) => word(bytes, at + 12))
      .filter((at) => (half(bytes, at + 4) & 2) === 0)
      .map((at) => ({ library, at })),
  );
  return pairs
    .slice(0, most.versions)
    .map(({ library, at }) => ({ library: name(word(bytes, library + 4)), version: name(word(bytes, at + 8)) }));
}

function definedVersions(elf: ElfSegments, place: number, name: (at: number) => string): string[] {
  const { word } = elf.layout;
  const bytes = place === 0 ? Buffer.alloc(0) : elf.mapped(place, most.versionBytes);
  return chain(bytes, 0, 20, (at) => word(bytes, at + 16))
    .map((at) => at + word(bytes, at + 12))
    .filter((at) => at + 4 <= bytes.length)
    .map((at) => name(word(bytes, at)));
}

/** Places of records, each of which says how far away the next one is; none for the last. */
function chain(bytes: Buffer, first: number, size: number, step: (at: number) => number): number[] {
  const places: number[] = [];
  for (let at = first; at + size <= bytes.length && places.length < most.versions; at += step(at)) {
    places.push(at);
    if (step(at) === 0) break;
  }
  return places;
}

function textAt(names: Buffer, at: number): string {
  const end = names.indexOf(0, at);
  return end < 0 || end - at > most.path ? '' : names.toString('latin1', at, end);
}
