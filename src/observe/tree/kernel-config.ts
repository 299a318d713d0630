import { withFile } from '../../system/files/files.ts';
import type { TreePlace } from '../../system/files/tree-path.ts';
import { configSymbols } from './config-symbols.ts';

/** A configuration has about 300 kB; more than this is none. */
const longest = 4 * 1024 * 1024;

/** One pattern of all names takes a third of the time of looking each set symbol up. */
const setSymbol = new RegExp(`^(CONFIG_(?:${configSymbols.join('|')}))=(.*)$`, 'gm');

/** Pieces of this size become texts that V8 keeps among its short-lived things; larger ones it collects at a cost. */
const pieceBytes = 64 * 1024;

/** Used again for each tree: a machine may have fifty, and memory of its own for each costs more than reading it. */
let memory = Buffer.alloc(0);

/**
 * A tree's configuration: `include/config/auto.conf`, which Kbuild makes of `.config` and reads for modules, and which is half as long;
 * of a full source `.config` first, since it may have been configured again. The other one where the first is missing, empty when both are.
 */
export function readKernelConfig(at: TreePlace['at'], isSource: boolean): Record<string, string> {
  const files = ['include/config/auto.conf', '.config'];
  const [first = '', second = ''] = isSource ? files.reverse() : files;
  return readConfig(at(first)) ?? readConfig(at(second)) ?? {};
}

function readConfig(path: string): Record<string, string> | null {
  return withFile(path, ({ size, read }) => {
    const bytes = Math.min(size, longest);
    if (memory.length < bytes) memory = Buffer.allocUnsafeSlow(bytes);
    return Object.assign({}, ...pieces(read(0, bytes, memory)).map(parseKernelConfig));
  });
}

/** The text in pieces that end with a line; all of it is ASCII. */
function pieces(content: Buffer): string[] {
  const texts: string[] = [];
  for (let start = 0; start < content.length; ) {
    const lineEnd = content.lastIndexOf(10, start + pieceBytes - 1) + 1;
    const end = lineEnd > start && start + pieceBytes < content.length ? lineEnd : content.length;
    texts.push(content.toString('latin1', start, end));
    start = end;
  }
  return texts;
}

/** The known symbols that are set, quotes removed. */
export function parseKernelConfig(text: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(text.matchAll(setSymbol), ([, symbol = '', value = '']) => [symbol, unquoted(value)]),
  );
}

/** The longest value that is read is a compiler's version line. */
const longestValue = 1000;

function unquoted(whole: string): string {
  const value = whole.slice(0, longestValue);
  return value.startsWith('"') ? value.replace(/^"|"$/g, '').replace(/\\(["\\])/g, '$1') : value.trim();
}
