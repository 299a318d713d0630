import { quoteInput } from '../../text/quote.ts';

/**
 * What Kbuild cannot build in: it hands paths to make and to the shell as they are. Found by building a module in a folder
 * with each printable ASCII letter in its name (headers of 6.1); `!+-.=@[]^_{}~` and letters beyond ASCII do build.
 */
const unbuildable = /[\s\p{Cc}"#$%&'()*,:;<>?\\`|]/u;

/**
 * Whether Kbuild can build in, or with, a path.
 * @returns null, or one sentence that begins with `what`, such as "The kernel tree".
 */
export function refuseBuildPath(what: string, path: string): string | null {
  const letter = unbuildable.exec(path)?.[0];
  if (letter === undefined) return null;
  const named = letter === ' ' ? 'a space' : letter === ':' ? 'a colon' : quoteInput(letter);
  return `${what} ${quoteInput(path)} has ${named} in its path, where Kbuild cannot build: choose a path without.`;
}
