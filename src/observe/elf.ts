/** What the start of an ELF file says about the program. */
export interface ElfProgram {
  /** `e_machine`, the processor it is for. */
  machine: number;
  /** It asks for a dynamic loader (PT_INTERP): it is not linked statically. */
  interpreter: boolean;
}

const programInterpreter = 3;

/**
 * Reads the header and the program headers of an ELF file. Layout: elf(5).
 * @param start the file's first bytes; program headers beyond them are not seen (linkers write them right after the header)
 * @returns null when it is no ELF file
 */
export function parseElf(start: Buffer): ElfProgram | null {
  if (start.length < 52 || start.readUInt32BE(0) !== 0x7f454c46) return null;
  const wide = start[4] === 2;
  const little = start[5] === 1;
  if (wide && start.length < 64) return null;
  const half = (offset: number) => (little ? start.readUInt16LE(offset) : start.readUInt16BE(offset));
  const word = (offset: number) => (little ? start.readUInt32LE(offset) : start.readUInt32BE(offset));
  const table = wide ? word(little ? 32 : 36) : word(28);
  const size = half(wide ? 54 : 42);
  const count = half(wide ? 56 : 44);
  const types = Array.from({ length: count }, (_, index) => table + index * size)
    .filter((offset) => offset + 4 <= start.length)
    .map(word);
  return { machine: half(18), interpreter: types.includes(programInterpreter) };
}
