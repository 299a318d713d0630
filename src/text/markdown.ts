/**
 * Text as one line of Markdown that means nothing but itself: no HTML, link, emphasis, heading, list or table.
 * Line breaks and other white space become single spaces; letters that turn text around are left out, since Markdown
 * has no way to write them without their effect.
 */
export function markdownLine(text: string): string {
  return (
    text
      .replace(/[\p{Z}\t\n\v\f\r\u0085]+/gu, ' ')
      .replace(/[\p{Cc}\p{Bidi_Control}]/gu, '')
      .trim()
      .replace(/[\\`*_[\]()<>&~|#$@]/g, '\\$&')
      // Bare addresses, which GitHub turns into links.
      .replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&')
      // What starts a list, or underlines a heading, at the beginning of a line.
      .replace(/^[-+=]/, '\\$&')
      .replace(/^(\d+)(?=\.)/, '$1\\')
  );
}
