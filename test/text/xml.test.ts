import fc from 'fast-check';
import { expect, it } from 'vitest';
import { visible } from '../../src/text/visible.ts';
import { element, escapeXml } from '../../src/text/xml.ts';
import { readXml } from '../report/xml-document.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const anyText = fc.string({ unit: fc.oneof(fc.constantFrom(...`<>&"'\t\n\r\0\u001b\ud800\ufffe]]>`), fc.string()) });

it('writes elements with and without content, and leaves out attributes without a value', () => {
  expect(element('a', { b: 1, c: undefined }, element('d', {}))).toEqual(['<a b="1">', '<d/>', '</a>']);
});

it('brings every text back, in elements and attributes, with what cannot be seen written out and without what XML cannot hold', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const possible = visible(text).replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
      const read = readXml(head + element('a', { b: text }, [escapeXml(text)]).join(''));
      expect([read.text, read.attributes.b]).toEqual([possible, possible]);
    }),
    { numRuns: 500 },
  );
});
