import type { OpenFile } from '../../system/files/files.ts';
import { type ElfLayout, elfLayout } from './header.ts';

/** An ELF file by its segments, as the system maps it into memory. */
export interface ElfSegments {
  layout: ElfLayout;
  /** The bytes of the first segment of that type; null when there is none. */
  segment(type: number): Buffer | null;
  /** The bytes that lie at an address of the running program: fewer when its segment ends before. */
  mapped(address: number, bytes: number): Buffer;
}

/** Programs have a dozen segments. */
const mostSegments = 64;

/** The dynamic section has 40 entries of 16 bytes, the name of a loader 30. */
const mostBytes = 16_384;

const loaded = 1;

/** Reads the header and the program headers of an ELF file. Layout: elf(5). Null when it is not one. */
export function readElfSegments(file: OpenFile): ElfSegments | null {
  const start = file.read(0, 64);
  const layout = elfLayout(start);
  if (layout === null) return null;
  const { wide, half, word, address } = layout;
  const size = half(start, wide ? 54 : 42);
  const count = Math.min(half(start, wide ? 56 : 44), mostSegments);
  const table = size < (wide ? 56 : 32) ? Buffer.alloc(0) : file.read(address(start, wide ? 32 : 28), size * count);
  const segments = Array.from({ length: Math.floor(table.length / size) || 0 }, (_, index) => ({
    type: word(table, index * size),
    offset: address(table, index * size + (wide ? 8 : 4)),
    from: address(table, index * size + (wide ? 16 : 8)),
    bytes: address(table, index * size + (wide ? 32 : 16)),
  }));
  return {
    layout,
    segment(type) {
      const found = segments.find((segment) => segment.type === type);
      return found === undefined ? null : file.read(found.offset, Math.min(found.bytes, mostBytes));
    },
    mapped(place, bytes) {
      const found = segments.find(
        ({ type, from, bytes: all }) => type === loaded && place >= from && place < from + all,
      );
      if (found === undefined) return Buffer.alloc(0);
      const ahead = place - found.from;
      return file.read(found.offset + ahead, Math.min(bytes, found.bytes - ahead));
    },
  };
}
