import { visible } from '../../text/visible.ts';

/*
 * The one way out: all that the command line says goes through here, so that no message can forget that a folder's name,
 * a file's text or git's configuration may hold escape sequences. Questions go through prompts.ts.
 */

/** Prints a result, or a part of it, to stdout. */
export function print(text: string): void {
  process.stdout.write(visible(text));
}

/** Prints a report that was coloured: our own colours stay, and nothing else that a terminal would obey. */
export function printColoured(text: string): void {
  process.stdout.write(text.split(ownColours).map(visibleBetweenColours).join(''));
}

/** Says something on the way, on a line of its own, to stderr: diagnostics and progress, never the result. */
export function say(text: string): void {
  process.stderr.write(`${visible(text)}\n`);
}

/** The sequences of styleText in node:util, captured so that splitting keeps them. */
const ownColours = /(\x1b\[\d{1,2}m)/;

function visibleBetweenColours(part: string, index: number): string {
  return index % 2 === 1 ? part : visible(part);
}
