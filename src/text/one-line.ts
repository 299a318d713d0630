import { visible } from './visible.ts';

/** Text on one line that is safe to show at a terminal: a folder's name may hold escape sequences and bidirectional controls. */
export function printable(text: string): string {
  return visible(text.replace(/[\n\r\t\v\f]/g, ' '));
}
