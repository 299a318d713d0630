interface LibrarySpec {
  machine: number;
  wide?: boolean;
  little?: boolean;
  /** rustc's metadata, for the section `.rustc`. */
  metadata?: Buffer;
  /** What the tools say of themselves, for the section `.comment`. */
  comment?: string;
  /** The kernel's type information, for the section `.BTF`. */
  btf?: Buffer;
}

/** An ELF file of nothing but named sections and, at its end, the table of them. */
export function sharedLibrary({ machine, wide = true, little = true, metadata, comment, btf }: LibrarySpec): Buffer {
  const sections: [string, Buffer][] = [['', Buffer.alloc(0)]];
  if (metadata) sections.push(['.rustc', embedded(metadata)]);
  if (comment !== undefined) sections.push(['.comment', Buffer.from(comment)]);
  if (btf) sections.push(['.BTF', btf]);
  sections.push(['.shstrtab', Buffer.from(`${[...sections.map(([name]) => name), '.shstrtab'].join('\0')}\0`)]);

  const headerSize = wide ? 64 : 52;
  const entrySize = wide ? 64 : 40;
  const body = Buffer.concat(sections.map(([, content]) => content));
  const table = headerSize + body.length;
  const file = Buffer.concat([Buffer.alloc(headerSize), body, Buffer.alloc(entrySize * sections.length)]);
  const half = (value: number, at: number) => (little ? file.writeUInt16LE(value, at) : file.writeUInt16BE(value, at));
  const word = (value: number, at: number) => (little ? file.writeUInt32LE(value, at) : file.writeUInt32BE(value, at));
  const address = (value: number, at: number) => word(value, wide && !little ? at + 4 : at);

  Buffer.from([0x7f, 0x45, 0x4c, 0x46, wide ? 2 : 1, little ? 1 : 2, 1]).copy(file);
  half(machine, 18);
  address(table, wide ? 40 : 32);
  half(entrySize, wide ? 58 : 46);
  half(sections.length, wide ? 60 : 48);
  half(sections.length - 1, wide ? 62 : 50);

  let [name, place, entry] = [0, headerSize, table];
  for (const [text, content] of sections) {
    word(name, entry);
    address(place, entry + (wide ? 24 : 16));
    address(content.length, entry + (wide ? 32 : 20));
    name += text.length + 1;
    place += content.length;
    entry += entrySize;
  }
  return file;
}

/** As rustc puts it into a library: its header once more and the length of what follows. */
function embedded(metadata: Buffer): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(metadata.length));
  return Buffer.concat([metadata.subarray(0, 8), length, metadata]);
}
