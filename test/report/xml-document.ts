/** An element of a document that was read. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** All text directly in it, references resolved. */
  text: string;
}

const tag = /<(?<end>\/)?(?<name>[a-z-]+)(?<list>(?: [a-z]+="[^"<&]*(?:&#\d+;[^"<&]*)*")*)(?<empty>\/)?>/y;
const content = /[^<&]*(?:&#\d+;[^<&]*)*/y;
const impossible = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** Reads the XML that reports are written in, as strictly as XML 1.0 is; fails for anything that is not well-formed. */
export function readXml(document: string): XmlElement {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!document.startsWith(head)) throw new Error('no XML declaration');
  if (impossible.test(document)) throw new Error('a character that XML cannot hold');
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  let place = head.length;
  const next = (pattern: RegExp) => {
    pattern.lastIndex = place;
    const found = pattern.exec(document);
    place += found?.[0].length ?? 0;
    return found;
  };
  while (place < document.length) {
    const here = open.at(-1) as XmlElement;
    here.text += resolve(next(content)?.[0] ?? '');
    if (place === document.length) break;
    const { name = '', end, list = '', empty } = next(tag)?.groups ?? {};
    if (end) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
      continue;
    }
    if (name === '') throw new Error(`no tag at ${JSON.stringify(document.slice(place, place + 40))}`);
    const pairs = [...list.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, resolve(value)]);
    const element = { name, attributes: Object.fromEntries(pairs), children: [], text: '' };
    here.children.push(element);
    if (!empty) open.push(element);
  }
  const [root] = top.children;
  if (open.length !== 1 || root === undefined || top.children.length > 1) throw new Error('not one whole element');
  return root;
}

function resolve(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
