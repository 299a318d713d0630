/** What the start of an ELF file says about the program. */
export interface ElfProgram {
  /** `e_machine`, the processor it is for. */
  machine: number;
  /** It asks for a dynamic loader (PT_INTERP): it is not linked statically. */
  interpreter: boolean;
}

/** How an ELF file's tables are to be read. */
export interface ElfLayout {
  machine: number;
  /** 64-bit. */
  wide: boolean;
  half(from: Buffer, at: number): number;
  word(from: Buffer, at: number): number;
  /** A place or size in the file: 4 bytes, or 8 when wide. */
  address(from: Buffer, at: number): number;
}

const programInterpreter = 3;

/**
 * Reads the header and the program headers of an ELF file. Layout: elf(5).
 * @param start the file's first bytes; program headers beyond them are not seen (linkers write them right after the header)
 * @returns null when it is no ELF file
 */
export function parseElf(start: Buffer): ElfProgram | null {
  const layout = elfLayout(start);
  if (layout === null) return null;
  const { machine, wide, half, word, address } = layout;
  const table = address(start, wide ? 32 : 28);
  const size = half(start, wide ? 54 : 42);
  const count = half(start, wide ? 56 : 44);
  const types = Array.from({ length: count }, (_, index) => table + index * size)
    .filter((offset) => offset + 4 <= start.length)
    .map((offset) => word(start, offset));
  return { machine, interpreter: types.includes(programInterpreter) };
}

/** Word size, byte order and machine, from an ELF file's first bytes; null when it is none. */
export function elfLayout(start: Buffer): ElfLayout | null {
  if (start.length < 52 || start.readUInt32BE(0) !== 0x7f454c46) return null;
  const wide = start[4] === 2;
  const little = start[5] === 1;
  if (wide && start.length < 64) return null;
  const half = (from: Buffer, at: number) => (little ? from.readUInt16LE(at) : from.readUInt16BE(at));
  const word = (from: Buffer, at: number) => (little ? from.readUInt32LE(at) : from.readUInt32BE(at));
  const address = (from: Buffer, at: number) =>
    wide ? Number(little ? from.readBigUInt64LE(at) : from.readBigUInt64BE(at)) : word(from, at);
  return { machine: half(start, 18), wide, half, word, address };
}
