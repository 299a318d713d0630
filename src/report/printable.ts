/** Makes text safe to show at a terminal: a folder's name may hold escape sequences and bidirectional controls. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (character) => (/\s/.test(character) ? ' ' : '?'));
}
