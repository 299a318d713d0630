/**
 * Text as inert string literals. What can be read stays readable; what cannot be seen, or would turn its neighbours around,
 * is written as an escape, so that the source shows what it says (and rustc's text_direction lint is content).
 */
import { escapeCodePoint, replaceInvisible } from '../text/visible.ts';
import { utf8 } from './text.ts';

/** A C string literal, quotes included. */
export function cString(text: string): string {
  const escaped = text
    .replace(/["\\]/g, '\\$&')
    // `??/` and its like were letters of their own once (trigraphs), and gcc still warns about them.
    .replace(/(?<=\?)\?/g, '\\?');
  return `"${replaceInvisible(escaped, octal)}"`;
}

/** Three digits each: a C octal escape ends there, whereas a hexadecimal one swallows the digits that follow. */
function octal(letter: string): string {
  return [...utf8(letter)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

/** A Rust string literal, quotes included. */
export function rustString(text: string): string {
  return `"${replaceInvisible(text.replace(/["\\]/g, '\\$&'), escapeCodePoint)}"`;
}

/** A Rust byte string literal of the text's UTF-8, `b` and quotes included: ASCII only, as the language wants it. */
export function rustByteString(text: string): string {
  const bytes = [...utf8(text)].map((byte) => {
    const letter = String.fromCharCode(byte);
    if (letter === '"' || letter === '\\') return `\\${letter}`;
    return byte >= 0x20 && byte < 0x7f ? letter : `\\x${byte.toString(16).padStart(2, '0')}`;
  });
  return `b"${bytes.join('')}"`;
}
