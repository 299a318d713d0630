import { escapeCodePoint, replaceInvisible } from './visible.ts';

/** Some input as a message may repeat it: in quotes, on one line, shortened, with nothing invisible in it. */
export function quoteInput(input: string): string {
  const shown = [...input].length > 60 ? `${[...input].slice(0, 60).join('')}…` : input;
  return replaceInvisible(JSON.stringify(shown), escapeCodePoint);
}

/** A path as a message may name it: as `quoteInput`, and whole. */
export function quotePath(path: string): string {
  return replaceInvisible(JSON.stringify(path), escapeCodePoint);
}
