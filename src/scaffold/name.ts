import { builtInNames } from '../knowledge/module/built-in-names.ts';
import { reservedWords } from '../knowledge/module/keywords.ts';
import { quoteInput } from '../text/quote.ts';

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
 * Reads a module's name. It becomes a file name, the name of a crate and a name in the kernel's list of modules, and
 * what all of them accept is accepted: the kernel has modules called xt_TEE and 3w_xxxx.
 * Hyphens become underscores, as modprobe reads them; the caller says so if `name` differs from the input.
 */
export function parseModuleName(input: string): ParsedName {
  const name = input.replaceAll('-', '_');
  const reason = refuseShape(input) ?? refuseWord(name);
  return reason === null ? { name } : { refusal: reason };
}

/** Whether rustc takes a crate's name without a warning (its lint non_snake_case). */
export function isSnakeCase(name: string): boolean {
  return !/[A-Z]/.test(name) && !/[^_]__+[^_]/.test(name);
}

function refuseShape(input: string): string | null {
  if (input === '') return 'The module needs a name, such as hello.';
  const stray = [...input].find((letter) => !/[A-Za-z0-9_-]/.test(letter));
  const it = `The module cannot be called ${quoteInput(input)}`;
  if (stray !== undefined) return `${it}: ${quoteInput(stray)} is not a letter, digit or underscore.`;
  // What begins with a hyphen is an option to every tool.
  if (!/^[A-Za-z0-9_]/.test(input)) return `${it}: a name starts with a letter, a digit or an underscore.`;
  if (!/[A-Za-z0-9]/.test(input)) return `${it}: a name has at least one letter or digit.`;
  if (input.length > longest)
    return `${it}: it has ${input.length} characters, and the kernel allows at most ${longest}.`;
  return null;
}

function refuseWord(name: string): string | null {
  const it = `The module cannot be called ${quoteInput(name)}`;
  if (reservedWords.has(name)) return `${it}: that is a word of the C or Rust language.`;
  // Up to 6.12 Kbuild also takes NAME-m for the list of a module's parts, and obj-m is the list of modules (scripts/Makefile.lib, multi-search).
  if (name === 'obj') return `${it}: Kbuild has a meaning of its own for that word.`;
  if (crates.has(name)) return `${it}: that is the name of a Rust crate which modules are built with.`;
  if (builtInNames.has(name))
    return `${it}: that is a part of every kernel, so that no module of that name can be loaded.`;
  return null;
}
