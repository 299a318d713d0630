import { Bytes, refuseHidden, type Token } from './token.ts';

const simple: Record<string, string> = { n: '\n', r: '\r', t: '\t', '\\': '\\', '0': '\0', "'": "'", '"': '"' };

/** Splits Rust into tokens after The Rust Reference, Tokens; white space left out. Throws where rustc would complain. */
export function lexRust(source: string): Token[] {
  refuseHidden(source);
  const tokens: Token[] = [];
  for (let at = 0; at < source.length; ) {
    const rest = source.slice(at);
    const opening = /^b?"/.exec(rest);
    if (opening) {
      const { token, end } = lexString(source, at + opening[0].length, opening[0] === 'b"');
      tokens.push(token);
      at = end;
      continue;
    }
    const match =
      /^(?:(\s+)|(\/\/[^\n]*|\/\*[\s\S]*?\*\/)|([\p{XID_Start}_0-9][\p{XID_Continue}]*)|(b?'(?:\\.[^']*|[^'\\])')|('[a-z_]+)|([^\s"']))/u.exec(
        rest,
      );
    if (!match) throw new SyntaxError(`no Rust at ${JSON.stringify(rest.slice(0, 40))}`);
    if (match[2]) tokens.push({ kind: 'comment', text: match[2] });
    else if (match[3]) tokens.push({ kind: 'word', text: match[3] });
    else if (!match[1]) tokens.push({ kind: 'mark', text: match[0] });
    at += match[0].length;
  }
  return tokens;
}

function lexString(source: string, start: number, isBytes: boolean): { token: Token; end: number } {
  const bytes = new Bytes();
  for (let at = start; at < source.length; ) {
    const letter = String.fromCodePoint(source.codePointAt(at) ?? 0);
    if (letter === '"') return { token: bytes.token(), end: at + 1 };
    if (isBytes && letter > '\x7f') throw new SyntaxError(`${letter} in a byte string`);
    at += letter.length;
    if (letter !== '\\') {
      bytes.letter(letter);
      continue;
    }
    const sequence = /^(?:x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]{1,6})\}|(\S))/.exec(source.slice(at));
    if (!sequence) break;
    const [all, hex, unicode, name = ''] = sequence;
    if (hex) {
      if (!isBytes && Number.parseInt(hex, 16) > 0x7f) throw new SyntaxError(`\\x${hex} in a string`);
      bytes.byte(Number.parseInt(hex, 16));
    } else if (unicode) {
      if (isBytes) throw new SyntaxError('\\u in a byte string');
      bytes.letter(String.fromCodePoint(Number.parseInt(unicode, 16)));
    } else {
      const meant = simple[name];
      if (meant === undefined) throw new SyntaxError(`unknown escape \\${name}`);
      bytes.letter(meant);
    }
    at += all.length;
  }
  throw new SyntaxError('string without an end');
}
