import { join } from 'node:path';
import { configSymbols } from './config-symbols.ts';
import { readText } from './files.ts';

/** A configuration has about 300 kB; more than this is none. */
const longest = 4 * 1024 * 1024;

const setSymbol = new RegExp(`^(CONFIG_(?:${configSymbols.join('|')}))=(.*)$`, 'gm');

/** The tree's configuration: `.config`, or what Kbuild made of it where headers come without one. Empty when there is neither. */
export function readKernelConfig(dir: string): Record<string, string> {
  const text = readText(join(dir, '.config'), longest) ?? readText(join(dir, 'include/config/auto.conf'), longest);
  return parseKernelConfig(text ?? '');
}

/** The known symbols that are set, quotes removed. */
export function parseKernelConfig(text: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(text.matchAll(setSymbol), ([, symbol = '', value = '']) => [symbol, unquoted(value)]),
  );
}

function unquoted(value: string): string {
  return value.startsWith('"') ? value.replace(/^"|"$/g, '').replace(/\\(["\\])/g, '$1') : value.trim();
}
