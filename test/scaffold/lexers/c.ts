import { Bytes, refuseHidden, type Token } from './token.ts';

const simple: Record<string, number> = {
  ...{ n: 10, t: 9, r: 13, a: 7, b: 8, f: 12, v: 11 },
  ...{ '"': 34, "'": 39, '\\': 92, '?': 63 },
};

/** Splits C into tokens after C11 6.4, white space left out. Throws where a compiler would complain. */
export function lexC(source: string): Token[] {
  refuseHidden(source);
  const trigraph = /\?\?[=/'()!<>-]/.exec(source);
  if (trigraph) throw new SyntaxError(`trigraph ${trigraph[0]}`);
  const text = source.replace(/\\\n/g, '');
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    if (text[at] === '"') {
      const { token, end } = lexString(text, at);
      tokens.push(token);
      at = end;
      continue;
    }
    const match = /^(?:(\s+)|(\/\*[\s\S]*?\*\/|\/\/[^\n]*)|([A-Za-z0-9_.]+)|('(?:\\.|[^'\\\n])+')|([^\s"']))/.exec(
      rest,
    );
    if (!match) throw new SyntaxError(`no C at ${JSON.stringify(rest.slice(0, 40))}`);
    if (match[2]) tokens.push({ kind: 'comment', text: match[2] });
    else if (match[3]) tokens.push({ kind: 'word', text: match[3] });
    else if (!match[1]) tokens.push({ kind: 'mark', text: match[0] });
    at += match[0].length;
  }
  return tokens;
}

function lexString(text: string, start: number): { token: Token; end: number } {
  const bytes = new Bytes();
  for (let at = start + 1; at < text.length; ) {
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (letter === '"') return { token: bytes.token(), end: at + 1 };
    if (letter === '\n') break;
    at += letter.length;
    if (letter !== '\\') {
      bytes.letter(letter);
      continue;
    }
    const sequence = /^(?:([0-7]{1,3})|x([0-9a-fA-F]+)|(.))/.exec(text.slice(at));
    if (!sequence) break;
    const [all, octal, hex, name = ''] = sequence;
    const value = octal ? Number.parseInt(octal, 8) : hex ? Number.parseInt(hex, 16) : simple[name];
    if (value === undefined) throw new SyntaxError(`unknown escape \\${name}`);
    bytes.byte(value);
    at += all.length;
  }
  throw new SyntaxError('string without an end');
}
