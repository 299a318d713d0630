import { stripVTControlCharacters } from 'node:util';

const longest = 200;

/**
 * Makes one line of foreign output safe to show: escape sequences, control and format characters are removed,
 * and it is cut off after 200 characters.
 */
export function printable(line: string): string {
  const start = stripVTControlCharacters(line.slice(0, 10 * longest))
    .replaceAll('\t', ' ')
    .replace(/\p{C}/gu, '');
  return Array.from(start).slice(0, longest).join('').trim();
}
