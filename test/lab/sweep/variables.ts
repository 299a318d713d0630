/**
 * The variables of the environment that Makefiles heed: what they read and nowhere assign for good. Symbols of the
 * configuration come from a file.
 * @param texts of all of them
 */
export function heededVariables(texts: readonly string[]): string[] {
  const whole = texts.join('\n');
  const all = (pattern: RegExp) => new Set(Array.from(whole.matchAll(pattern), ([, name = '']) => name));
  const assigned = all(/^[ \t]*(?:export[ \t]+|override[ \t]+)*([A-Z][A-Z0-9_]+)[ \t]*:?=/gm);
  const read = all(/\$[({]([A-Z][A-Z0-9_]+)[)},:]/g);
  const makes = new Set(['MAKE', 'MAKEFLAGS', 'MAKECMDGOALS', 'MAKEFILE_LIST', 'MAKE_VERSION', 'CURDIR', 'SHELL']);
  return [...read].filter((name) => !assigned.has(name) && !makes.has(name) && !name.startsWith('CONFIG_')).sort();
}
