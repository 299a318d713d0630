import { visible } from './visible.ts';

/** All that XML 1.0 cannot hold in any form: controls, lone surrogates, and the two that are no characters. */
const impossible = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** An element, as lines; attributes without a value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: readonly string[] = [],
): string[] {
  const list = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeAttribute(String(value))}"`],
  );
  const start = `<${name}${list.join('')}`;
  return content.length === 0 ? [`${start}/>`] : [`${start}>`, ...content, `</${name}>`];
}

/** Text that stands for itself in an element; what cannot be seen is written out, and what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return visible(text)
    .replace(impossible, '')
    .replace(/[&<>\r]/g, reference);
}

/** A reader takes line breaks and tabs in an attribute for spaces unless they are written as references. */
function escapeAttribute(text: string): string {
  return escapeXml(text).replace(/["\t\n]/g, reference);
}

function reference(letter: string): string {
  return `&#${letter.charCodeAt(0)};`;
}
