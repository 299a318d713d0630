import { printable } from './one-line.ts';

/**
 * Breaks text into lines of at most `width` columns at its spaces. A word that is longer keeps a line of its own, whole,
 * so that paths can still be copied.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text)
    .split(/\s+/)
    .filter((part) => part !== '')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** Wrapped text as lines with a margin; `first` takes the margin's place in the first line and must be as wide as it looks. */
export function block(
  text: string,
  { width, indent, first }: { width: number; indent: number; first?: string },
): string[] {
  const margin = ' '.repeat(indent);
  return wrap(text, Math.max(width - indent, 20)).map(
    (line, index) => `${index === 0 && first !== undefined ? first : margin}${line}`,
  );
}
