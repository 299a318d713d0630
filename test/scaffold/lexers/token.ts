/** A token of a program: what kind it is, and its text, or for a string the bytes that it stands for, in hexadecimal. */
export interface Token {
  kind: 'word' | 'mark' | 'string' | 'comment';
  text: string;
}

const utf8 = new TextEncoder();

/** Gathers the bytes of a string literal. */
export class Bytes {
  readonly #bytes: number[] = [];

  letter(letter: string): void {
    this.#bytes.push(...utf8.encode(letter));
  }

  byte(byte: number): void {
    if (!(byte >= 0 && byte <= 255)) throw new SyntaxError(`${byte} is no byte`);
    this.#bytes.push(byte);
  }

  token(): Token {
    return { kind: 'string', text: Buffer.from(this.#bytes).toString('hex') };
  }
}

/** The same notation, for expectations. */
export function bytesOf(text: string): string {
  return Buffer.from(text).toString('hex');
}

/** What may not stand in a source as it is: control characters, and letters that hide or turn what is beside them. */
export function refuseHidden(source: string): void {
  const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u.exec(
    source,
  );
  if (hidden) throw new SyntaxError(`hidden letter U+${hidden[0].codePointAt(0)?.toString(16)}`);
}
