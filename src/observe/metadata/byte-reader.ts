/** Reads the values of rustc's metadata encoding one after the other. Each throws a RangeError where the bytes end too early or hold something else. */
export interface ByteReader {
  byte(): number;
  bytes(count: number): Buffer;
  /** An unsigned number in LEB128: seven bits a byte, the lowest first. */
  number(): number;
  /** A length, that many bytes of UTF-8, and the byte C1, which no UTF-8 holds. */
  text(): string;
}

const textEnd = 0xc1;

/** A reader that starts at the first of the bytes. */
export function byteReader(content: Buffer): ByteReader {
  let place = 0;
  const bytes = (count: number) => {
    if (place + count > content.length) throw new RangeError('the bytes end too early');
    place += count;
    return content.subarray(place - count, place);
  };
  const byte = () => bytes(1).readUInt8();
  const number = () => {
    let value = 0;
    for (let unit = 1; unit < 2 ** 35; unit *= 128) {
      const next = byte();
      value += (next & 127) * unit;
      if (next < 128) return value;
    }
    throw new RangeError('a number is longer than any here');
  };
  const text = () => {
    const characters = bytes(number()).toString();
    if (byte() !== textEnd) throw new RangeError('a text does not end where it should');
    return characters;
  };
  return { byte, bytes, number, text };
}
