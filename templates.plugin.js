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
      const rows = files
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
        .map((file) => {
          this.addWatchFile(file);
          return `[${JSON.stringify(relative(folder, file))}, template(${precompile(readFileSync(file, 'utf8'))})]`;
        });
      return `import Handlebars from 'handlebars/runtime.js';
const { template } = Handlebars;
export default new Map([${rows.join(',\n')}]);`;
    },
  };
}
