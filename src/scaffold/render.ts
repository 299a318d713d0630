import type { Answers } from './answers.ts';
import type { Model } from './model.ts';

/** Makes a file's text. */
export type Template = (model: Model) => string;

/**
 * Renders the files of a module.
 * @param templates path below the folder of templates → template. `common/` comes first, then what the flavours of a
 *   kind share (`kinds/KIND/`), then the flavour's own `common/`, its folder of this kind and, where a part is in C, its
 *   `with-c/`; a later one takes the place of a path of the same name.
 * @returns path below the module's folder → text, sorted by path.
 */
export function render(
  model: Model,
  { flavour, kind, withC }: Pick<Answers, 'flavour' | 'kind' | 'withC'>,
  templates: ReadonlyMap<string, Template>,
): Map<string, string> {
  const chosen = new Map<string, Template>();
  const sets = ['common/', `kinds/${kind}/`, `${flavour}/common/`, `${flavour}/${kind}/`];
  for (const set of withC ? [...sets, `${flavour}/with-c/`] : sets) {
    for (const [path, template] of templates) {
      if (path.startsWith(set)) chosen.set(outputPath(path.slice(set.length), model), template);
    }
  }
  const files = [...chosen].map(([path, template]) => [path, template(model)] as const);
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** npm leaves files called .gitignore out of packages, hence `__dot__`. */
function outputPath(path: string, { name, root }: Model): string {
  return path
    .replaceAll('__name__', name)
    .replaceAll('__root__', root)
    .replace(/(^|\/)__dot__/g, '$1.');
}
