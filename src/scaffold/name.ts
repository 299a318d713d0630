import { reservedWords } from '../knowledge/keywords.ts';
import { quoteInput } from './quote.ts';

/** MODULE_NAME_LEN is 64 - sizeof(unsigned long), its closing NUL included (include/linux/module.h). */
const longest = 55;

/** The crates that a kernel's modules are compiled against: rustc refuses one called like its own dependency (E0519). */
const crates: ReadonlySet<string> = new Set([
  ...['core', 'alloc', 'compiler_builtins', 'kernel', 'macros', 'bindings', 'uapi', 'build_error', 'ffi'],
  ...['pin_init', 'pin_init_internal', 'zerocopy', 'zerocopy_derive'],
]);

/** A name that will do, or one sentence saying why it will not. */
export type ParsedName = { name: string; refusal?: undefined } | { name?: undefined; refusal: string };

/**
 * Reads a module's name. It becomes a file name, a C and a Rust identifier and a name in the kernel's list of modules,
 * so only what all of them take without a warning will do: `[a-z][a-z0-9]*(_[a-z0-9]+)*`.
 * Hyphens become underscores, as modprobe reads them; the caller says so where `name` differs from the input.
 */
export function parseModuleName(input: string): ParsedName {
  const name = input.replaceAll('-', '_');
  const reason = refuseShape(input) ?? refuseWord(name);
  return reason === null ? { name } : { refusal: reason };
}

function refuseShape(input: string): string | null {
  if (input === '') return 'The module needs a name, such as hello.';
  const stray = [...input].find((letter) => !/[A-Za-z0-9_-]/.test(letter));
  const it = `The module cannot be called ${quoteInput(input)}`;
  if (stray !== undefined) return `${it}: ${quoteInput(stray)} is not a small letter, digit or underscore.`;
  // rustc warns about a crate that is not in snake case, and modprobe tells upper from lower case.
  if (/[A-Z]/.test(input))
    return `${it}: names of kernel modules are in lower case, such as ${quoteInput(input.toLowerCase())}.`;
  if (!/^[a-z]/.test(input)) return `${it}: a name starts with a letter.`;
  if (/[_-]$/.test(input)) return `${it}: a name ends with a letter or a digit.`;
  // rustc's snake case has single underscores only.
  if (/[_-]{2}/.test(input)) return `${it}: it has two hyphens or underscores in a row.`;
  if (input.length > longest) return `${it}: it has ${input.length} letters, and the kernel takes at most ${longest}.`;
  return null;
}

function refuseWord(name: string): string | null {
  const it = `The module cannot be called ${quoteInput(name)}`;
  if (reservedWords.has(name)) return `${it}: that is a word of the C or Rust language.`;
  // Up to 6.12 Kbuild also takes NAME-m for the list of a module's parts, and obj-m is the list of modules (scripts/Makefile.lib, multi-search).
  if (name === 'obj') return `${it}: Kbuild has a meaning of its own for that word.`;
  if (crates.has(name)) return `${it}: that is the name of a Rust crate which modules are built with.`;
  return null;
}
