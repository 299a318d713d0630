import { stat } from 'node:fs/promises';
import { Failure } from '../failure.ts';
import { quoteInput } from '../scaffold/quote.ts';

/** A comment, an empty line, or one of the two lines that Debian's headers have: where the build's files are, and whose Makefile to go on with. */
const known = /^(?:#.*|\s*|KBUILD_OUTPUT *:?= *(?<output>\/\S+)|include +(?<include>\/\S+))$/;

/**
 * The Makefile of a tree over stock headers: theirs, with the tree in their place.
 * @param text the Makefile of the headers
 * @param headers where they are, an absolute path
 * @param tree where the tree will be, an absolute path
 * @throws Failure for headers that are not laid out as Debian's, or do not lie where they belong.
 */
export async function ownMakefile(text: string, headers: string, tree: string): Promise<string> {
  const lines = text.split('\n').map((line) => known.exec(line));
  const include = lines.find((line) => line?.groups?.include)?.groups?.include;
  if (include === undefined || lines.includes(null)) {
    throw new Failure(
      'kdir.headers',
      `${quoteInput(headers)} is not laid out as Debian's kernel headers are, so no tree can be laid over it: name headers that were installed from a linux-headers package.`,
    );
  }
  const output = lines.find((line) => line?.groups?.output)?.groups?.output ?? headers;
  if (!(await isSame(output, headers)) || !(await isSame(include, include))) {
    throw new Failure(
      'kdir.headers',
      `The headers in ${quoteInput(headers)} were made for another place, since their Makefile names ${quoteInput(output)} and ${quoteInput(include)}: install their package with apt, and its folder below /usr/src will do.`,
    );
  }
  return `# Made by kernel-rust-module: the headers of ${headers} and the Rust metadata that they lack.\nKBUILD_OUTPUT=${tree}\ninclude ${include}\n`;
}

/** Whether both paths lead to the same file or folder. */
async function isSame(one: string, other: string): Promise<boolean> {
  try {
    const [first, second] = await Promise.all([stat(one), stat(other)]);
    return first.dev === second.dev && first.ino === second.ino;
  } catch {
    return false;
  }
}
