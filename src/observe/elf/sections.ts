import type { OpenFile } from '../../system/files/files.ts';
import { elfLayout } from './header.ts';

/** An ELF file by its sections. */
export interface ElfSections {
  /** `e_machine`, the processor it is for. */
  machine: number;
  /** The table of sections, which linkers write last, lies within the file. */
  whole: boolean;
  /** A section by its name, as a file of its own; null when there is none. */
  section(name: string): OpenFile | null;
}

/** A name's place in the table of names, and the section's own place and size. */
interface Section {
  name: number;
  at: number;
  size: number;
}

/** Reads the header and the table of sections of an ELF file. Layout: elf(5). Null when it is no ELF file. */
export function readElfSections(file: OpenFile): ElfSections | null {
  const start = file.read(0, 64);
  const layout = elfLayout(start);
  if (layout === null) return null;
  const { machine, wide, half, word, address } = layout;
  const table = address(start, wide ? 40 : 32);
  const [size, count, names] = [half(start, wide ? 58 : 46), half(start, wide ? 60 : 48), half(start, wide ? 62 : 50)];
  const whole = table + size * count <= file.size;
  if (!whole || size !== (wide ? 64 : 40)) return { machine, whole, section: () => null };

  const bytes = file.read(table, size * Math.min(count, mostSections));
  const sections = Array.from({ length: Math.floor(bytes.length / size) }, (_, index): Section => {
    const entry = index * size;
    return {
      name: word(bytes, entry),
      at: address(bytes, entry + (wide ? 24 : 16)),
      size: address(bytes, entry + (wide ? 32 : 20)),
    };
  });
  const text = namesIn(file, sections[names]);
  return {
    machine,
    whole,
    section(name) {
      const found = sections.find((section) => nameAt(text, section.name) === name);
      return found ? part(file, found) : null;
    },
  };
}

/** A kernel's macros have 40 sections, named in 400 bytes. */
const mostSections = 1024;
const mostNames = 65_536;

function namesIn(file: OpenFile, names: Section | undefined): Buffer {
  return names ? file.read(names.at, Math.min(names.size, mostNames)) : Buffer.alloc(0);
}

function nameAt(text: Buffer, at: number): string {
  const end = text.indexOf(0, at);
  return end < 0 ? '' : text.toString('latin1', at, end);
}

function part(file: OpenFile, { at, size }: Section): OpenFile {
  return {
    size,
    read: (from, bytes) => file.read(from < 0 ? -1 : at + from, Math.max(0, Math.min(bytes, size - from))),
  };
}
