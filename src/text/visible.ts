/** Letters that show nothing, or change how their neighbours are shown: controls, formats, private use, separators. */
const letters = String.raw`[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}]`;
const invisible = new RegExp(`(?! )${letters}`, 'gu');
const invisibleInText = new RegExp(`(?![ \\n\\t])${letters}`, 'gu');

/** What nearly every text consists of: compiling the classes above costs a millisecond. */
const plain = /^[ -~\n\t]*$/;

/** Every invisible letter replaced by what `replace` makes of it. The plain space is not among them. */
export function replaceInvisible(text: string, replace: (letter: string) => string): string {
  return text.replace(invisible, replace);
}

/** A letter in Rust's notation, `\u{202e}`. */
export function escapeCodePoint(letter: string): string {
  return `\\u{${letter.codePointAt(0)?.toString(16)}}`;
}

/** Text of one line or more as a terminal, a log or a page may have it: what cannot be seen is written in Rust's notation. */
export function visible(text: string): string {
  return plain.test(text) ? text : text.replace(invisibleInText, escapeCodePoint);
}

/** The same for JSON: what cannot be seen is written as JSON's own escapes, so that no data is lost. */
export function visibleJson(json: string): string {
  return plain.test(json) ? json : json.replace(invisibleInText, jsonEscapes);
}

function jsonEscapes(letter: string): string {
  return Array.from(letter.split(''), (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}
