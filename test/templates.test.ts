import templates from 'virtual:templates';
import Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import { precompile } from '../templates.plugin.js';

/** A text made a template as the build makes it. */
function compiled(text: string): (model: object) => string {
  return Handlebars.template(new Function(`return ${precompile(text)}`)());
}

test('a template says what the model says, unescaped, and keeps an escaped brace', () => {
  const model = { name: 'widget', c: { licence: '"Dual MIT/GPL"' } };
  expect(compiled(String.raw`{{name}} {{c.licence}} \{{name}} {x}`)(model)).toBe('widget "Dual MIT/GPL" {{name}} {x}');
});

test('a name that no model has is an error, and leaves no hole', () => {
  expect(() => compiled('{{nmae}}')({ name: 'widget' })).toThrow('nmae');
});

test('every set of templates is there', () => {
  const sets = new Set([...templates.keys()].map((path) => path.split('/')[0]));
  expect([...sets].sort()).toEqual(['common', 'freestanding', 'kinds', 'rust-for-linux']);
});
