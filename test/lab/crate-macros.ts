/** What the sources of crates say of the macros in them. */
export interface CrateMacros {
  /** All that are exported, by name: macros by example, and those that are programs. */
  exported: Set<string>;
  /** Names that they go by, too, `project` for `project_pointer`. */
  aliases: Map<string, string>;
  /** Of macros by example, what is written in them. */
  bodies: Map<string, string>;
}

/** @param code the text of all source files, one after another */
export function crateMacros(code: string): CrateMacros {
  const text = withoutComments(code);
  const byExample = [...text.matchAll(/#\[macro_export\]\s*(?:#\[[^\n]*\]\s*)*macro_rules! (\w+)/g)];
  const programs = [
    ...text.matchAll(/#\[proc_macro(?:_attribute|_derive\((?<trait>\w+)[^\n]*)?\]?\s*(?:#\[[^\n]*\]\s*)*pub fn (\w+)/g),
  ];
  const derives = programs.flatMap(({ groups }) => (groups?.trait === undefined ? [] : [groups.trait]));
  const plain = programs.filter(({ groups }) => groups?.trait === undefined);
  const names = [...byExample, ...plain].map((found) => found.at(-1) ?? '');
  return {
    exported: new Set([...names, ...derives]),
    aliases: new Map([...text.matchAll(/\b(\w+) as (\w+)\b/g)].map(([, name = '', alias = '']) => [alias, name])),
    bodies: new Map(byExample.map((found) => [found[1] ?? '', bodyAt(text, found.index + found[0].length)])),
  };
}

/** The exported macros that some code uses, those among them that others use for it. */
export function usedMacros(code: string, { exported, aliases, bodies }: CrateMacros): Set<string> {
  const used = new Set<string>();
  const look = (text: string) => {
    const written = text.matchAll(/\b(\w+)!|#\[(?!derive\()(?:\w+::)*(\w+)|\bderive\(([^)]*)\)/g);
    for (const [, macro, attribute, derived = ''] of written) {
      for (const name of [macro ?? attribute ?? '', ...derived.split(/\W+/)]) {
        const own = exported.has(name) ? name : (aliases.get(name) ?? '');
        if (!exported.has(own) || used.has(own)) continue;
        used.add(own);
        look(bodies.get(own) ?? '');
      }
    }
  };
  look(withoutComments(code));
  return used;
}

function withoutComments(code: string): string {
  return code.replace(/^\s*\/\/.*\n/gm, '');
}

/** What is in the braces that follow a place; up to the next line that begins with one where they are not balanced. */
function bodyAt(text: string, at: number): string {
  const end = /\n[})]/.exec(text.slice(at));
  return text.slice(at, end === null ? undefined : at + end.index);
}
