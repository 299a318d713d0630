import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import Handlebars from 'handlebars';

const folder = join(import.meta.dirname, 'templates');
const id = 'virtual:templates';

/** Texts are made safe for where they stand by the model; a name that no model has is an error and not a hole. */
const options = { noEscape: true, strict: true };

/**
 * What a template becomes: a JavaScript expression for Handlebars' runtime.
 * @param {string} text
 */
export function precompile(text) {
  return Handlebars.precompile(text, options);
}

/** Pieces of templates: `{{> NAME}}` is the file of that name in this folder. */
const partials = 'partials/';

/**
 * Gives the bundler `virtual:templates`: every template of the folder, path below it → function from model to text.
 * Compiled when the package is built, since Handlebars' compiler takes longer to load than all files to render.
 * @returns {import('rolldown').Plugin}
 */
export function templates() {
  return {
    name: 'templates',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load(resolved) {
      if (resolved !== `\0${id}`) return null;
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      const compiled = files
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
        .map((file) => {
          this.addWatchFile(file);
          const code = `template(${precompile(readFileSync(file, 'utf8'))})`;
          return { path: relative(folder, file), code };
        });
      const pieces = compiled.filter(({ path }) => path.startsWith(partials));
      const rows = compiled.filter(({ path }) => !path.startsWith(partials));
      return `import Handlebars from 'handlebars/runtime.js';
const { template } = Handlebars;
${pieces.map(({ path, code }) => `Handlebars.registerPartial(${JSON.stringify(path.slice(partials.length))}, ${code});`).join('\n')}
export default new Map([${rows.map(({ path, code }) => `[${JSON.stringify(path)}, ${code}]`).join(',\n')}]);`;
    },
  };
}
