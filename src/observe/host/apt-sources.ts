import { join } from 'node:path';
import type { AptSourceFact } from '../../model/facts.ts';
import { list, readText } from '../../system/files/files.ts';

/** Sources have a few hundred bytes, and a machine has a few files of them. */
const longest = 65_536;
const most = 100;

/** Every archive of binary packages that apt's own files name and have not disabled, by sources.list(5). Runs nothing. */
export function observeAptSources(root: string): AptSourceFact[] {
  const folder = join(root, 'etc/apt/sources.list.d');
  const names = (list(folder) ?? []).sort().slice(0, most);
  const texts = (ending: string) =>
    names.filter((name) => name.endsWith(ending)).map((name) => readText(join(folder, name), longest) ?? '');
  const lines = [readText(join(root, 'etc/apt/sources.list'), longest) ?? '', ...texts('.list')];
  return [...lines.flatMap(parseLines), ...texts('.sources').flatMap(parseStanzas)];
}

/** `deb [signed-by=/usr/share/keyrings/x.gpg] http://mirror.example/debian trixie main`. */
function parseLines(text: string): AptSourceFact[] {
  return text.split('\n').flatMap((line) => {
    const [, options = '', uri = '', suite = '', components = ''] =
      /^\s*deb\s+(?:\[([^\]]*)\]\s*)?(\S+)\s+(\S+)([^#]*)/.exec(line) ?? [];
    if (uri === '') return [];
    const signedBy = /(?:^|\s)signed-by=(\S+)/i.exec(options)?.[1] ?? null;
    return [{ uri, suite, components: words(components), signedBy }];
  });
}

/** Stanzas of fields, `Types:`, `URIs:`, `Suites:`, `Components:`, `Signed-By:`. */
function parseStanzas(text: string): AptSourceFact[] {
  const uncommented = text.replace(/^#.*\n?/gm, '');
  return uncommented.split(/\n[ \t]*\n/).flatMap((stanza) => {
    const fields = new Map(
      Array.from(stanza.matchAll(/^([\w-]+):((?:.*)(?:\n[ \t]+.*)*)/gm), ([, name = '', value = '']) => [
        name.toLowerCase(),
        value.trim(),
      ]),
    );
    const all = (name: string) => words(fields.get(name) ?? '');
    if (!all('types').includes('deb') || /^(?:no|false|0|off)$/i.test(fields.get('enabled') ?? '')) return [];
    const signedBy = fields.get('signed-by') ?? null;
    return all('uris').flatMap((uri) =>
      all('suites').map((suite) => ({ uri, suite, components: all('components'), signedBy })),
    );
  });
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}
