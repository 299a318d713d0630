/** Letters that show nothing, or change how their neighbours are shown. The plain space is not among them. */
const invisible = /(?! )[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;

/** Some input as a message may repeat it: in quotes, on one line, shortened, with nothing invisible in it. */
export function quoteInput(input: string): string {
  const shown = [...input].length > 60 ? `${[...input].slice(0, 60).join('')}…` : input;
  return JSON.stringify(shown).replace(invisible, escapeCodePoint);
}

/** Every invisible letter replaced by what `replace` makes of it. */
export function replaceInvisible(text: string, replace: (letter: string) => string): string {
  return text.replace(invisible, replace);
}

/** A letter in Rust's notation, `\u{202e}`. */
export function escapeCodePoint(letter: string): string {
  return `\\u{${letter.codePointAt(0)?.toString(16)}}`;
}
