import { quoteInput } from '../text/quote.ts';

/** In bytes of UTF-8. The kernel sets no limit; this one keeps each text within one string literal of every compiler. */
const longest = 1000;

/**
 * Whether a description or an author can be kept exactly, as a C string holds it and modinfo shows it.
 * @returns null, or one sentence saying why not.
 */
export function refuseText(what: string, text: string): string | null {
  if (text === '') return `The ${what} is empty: a few words will do.`;
  if (text.includes('\0'))
    return `The ${what} ${quoteInput(text)} holds a NUL, which would end the string in C: leave it out.`;
  if (/\p{Surrogate}/u.test(text)) {
    return `The ${what} ${quoteInput(text)} holds half of a UTF-16 pair, which is no letter: leave it out.`;
  }
  const bytes = utf8(text).length;
  if (bytes > longest) return `The ${what} is ${bytes} bytes long; at most ${longest} are taken: shorten it.`;
  return null;
}

/** The bytes of a text in UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
