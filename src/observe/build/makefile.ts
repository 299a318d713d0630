import { type Condition, openConditions } from './makefile-condition.ts';

/** A file of the kernel tree that a Makefile of Kbuild names. */
export interface Mention {
  /** Below `$(srctree)` or `$(objtree)`. */
  tree: 'source' | 'object';
  file: string;
  /** `include`: make reads it. `flag`: a compiler reads or loads it. `source`: something is compiled from it. */
  as: 'include' | 'flag' | 'source';
  /** The variable that is assigned, `KBUILD_CFLAGS`; empty for none. */
  variable: string;
  /** It counts only when all of them hold. */
  conditions: Condition[];
}

/** The top Makefile names some fifty. */
const most = 1000;

const conditional = /^(?:ifn?def|ifn?eq|else|endif)\b/;
const listed = /^([\w-]+)-(?:y|\$\((CONFIG_\w+)\))\s*[:+]?=\s*(.*)/;
/** `include`, a compiler's option, or a C file that an object is made of. */
const place = '\\$\\((src|obj)tree\\)/';
const single = new RegExp(`(?:^include |(-include |@|-[\\w-]+=)|^[^:=]+: *)${place}([\\w./-]*\\w)(?=[\\s)]|$)`, 'g');
const prefixed = new RegExp(`\\$\\(addprefix (-[\\w-]+=)?${place}([\\w./-]*), *([^()]*|\\$\\([\\w-]+\\))\\)`, 'g');
/** Whether a line may say something: looking through all of them with the patterns takes a hundredth of the probe's time. */
function isInteresting(line: string): boolean {
  if (line.startsWith('\t') ? /^\t+(?:if|el|en)/.test(line) : line.includes('tree)/')) return true;
  return /^ *(?:if|el|en|in)|^[\w-]+-(?:y|\$\(CONFIG_)/.test(line);
}

/**
 * The files that a Makefile of Kbuild makes a build read, without those that it may do without (`-include`) and those
 * that only recipes name. It is read as text: make would run whatever `$(shell)` says.
 */
export function readMakefile(text: string, srcarch: string): Mention[] {
  const open = openConditions();
  const lists = new Map<string, { files: string[]; condition: Condition | 'always' }[]>();
  const mentions: Mention[] = [];
  const whole = text.replace(/\\\n/g, ' ').replaceAll('$(SRCARCH)', srcarch);
  for (const raw of whole.split('\n').filter(isInteresting)) {
    if (mentions.length > most) break;
    const line = raw.trim();
    if (line.startsWith('#')) continue;
    if (conditional.test(line)) {
      open.heed(line);
      continue;
    }
    const [, list, symbol, words = ''] = listed.exec(line) ?? [];
    if (list !== undefined) {
      const condition = symbol === undefined ? 'always' : { variable: symbol, value: 'y', holds: true };
      const items = lists.get(list) ?? [];
      items.push({ files: words.split(/\s+/).filter(Boolean), condition });
      lists.set(list, items);
    }
    if (line.startsWith('-include ')) continue;
    // What is added to `list-$(CONFIG_X)` counts with that symbol, and to `list-$(call …)` nobody knows when.
    const isAsked = /^[\w-]+-\$\(/.test(line);
    const own: Condition[] = isAsked
      ? [symbol === undefined ? null : { variable: symbol, value: 'y', holds: true }]
      : [];
    const [variable = ''] = /^(?:export +)?\w[\w-]*(?= *[:+]?=)/.exec(line) ?? [];
    const isInclude = line.startsWith('include ');
    const add = (tree: string | undefined, file: string, as: Mention['as'], conditions: Condition[]) =>
      mentions.push({ tree: tree === 'src' ? 'source' : 'object', file, as, variable, conditions });
    for (const [, option, tree, file = ''] of line.matchAll(single)) {
      const as = isInclude ? 'include' : option === undefined ? 'source' : 'flag';
      if (as !== 'source' || file.endsWith('.c')) add(tree, file, as, [...open.all(), ...own]);
    }
    for (const [, , tree, folder = '', what = ''] of line.matchAll(prefixed)) {
      const [, name] = /^\$\(([\w-]+)-y\)$/.exec(what) ?? [];
      const plain = what.startsWith('$')
        ? []
        : [{ files: what.split(/\s+/).filter(Boolean), condition: 'always' as const }];
      for (const { files, condition } of name === undefined ? plain : (lists.get(name) ?? []))
        for (const file of files)
          add(
            tree,
            folder + file,
            isInclude ? 'include' : 'flag',
            condition === 'always' ? open.all() : [...open.all(), condition],
          );
    }
    if (isInclude && !line.includes('$'))
      for (const file of line.split(/\s+/).slice(1)) add('obj', file, 'include', open.all());
  }
  return mentions;
}
