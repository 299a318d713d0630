/** The start of an ELF file with one program header of another kind and, if asked, one that names a dynamic loader. */
export function elfFile(layout: { wide: boolean; little: boolean; machine: number; interpreter: boolean }): Buffer {
  const { wide, little, machine, interpreter } = layout;
  const file = Buffer.alloc(256);
  const half = (value: number, at: number) => (little ? file.writeUInt16LE(value, at) : file.writeUInt16BE(value, at));
  const word = (value: number, at: number) => (little ? file.writeUInt32LE(value, at) : file.writeUInt32BE(value, at));
  const [table, size] = wide ? [64, 56] : [52, 32];
  Buffer.from([0x7f, 0x45, 0x4c, 0x46, wide ? 2 : 1, little ? 1 : 2, 1]).copy(file);
  half(machine, 18);
  word(table, wide ? (little ? 32 : 36) : 28);
  half(size, wide ? 54 : 42);
  half(2, wide ? 56 : 44);
  word(1, table);
  word(interpreter ? 3 : 1, table + size);
  return file;
}
