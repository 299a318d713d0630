import Handlebars from 'handlebars';
import type { Answers } from './answers.ts';
import type { Model } from './model.ts';

/**
 * Renders the files of a module.
 * @param templates path below the folder of templates → text. `common/` comes first, and what the flavour's folder of
 *   this kind has takes the place of a path of the same name.
 * @returns path below the module's folder → text, sorted by path.
 */
export function render(
  model: Model,
  { flavour, kind }: Pick<Answers, 'flavour' | 'kind'>,
  templates: ReadonlyMap<string, string>,
): Map<string, string> {
  const chosen = new Map<string, string>();
  for (const set of ['common/', `${flavour}/${kind}/`]) {
    for (const [path, template] of templates) {
      if (path.startsWith(set)) chosen.set(outputPath(path.slice(set.length), model.name), template);
    }
  }
  const handlebars = Handlebars.create();
  const paths = [...chosen.keys()].sort();
  return new Map(paths.map((path) => [path, fill(handlebars, chosen.get(path) ?? '', model)]));
}

function fill(handlebars: typeof Handlebars, template: string, model: Model): string {
  return handlebars.compile(template, { noEscape: true, strict: true })(model);
}

/** npm leaves files called .gitignore out of packages, hence `__dot__`. */
function outputPath(path: string, name: string): string {
  return path.replaceAll('__name__', name).replace(/(^|\/)__dot__/g, '$1.');
}
