import type { KernelTreeFact } from '../../model/facts.ts';
import { readText, realPath, stat } from '../../system/files/files.ts';
import { linkTarget, type TreePlace } from '../../system/files/tree-path.ts';

/** The Makefiles that stand for another one have two lines; of Kbuild's own, only the start is looked at. */
const shortMakefile = 4096;

/** A path that stands in a tree, and whether anything is there. */
export interface Reference {
  path: string;
  there: boolean;
  /** It names the tree itself. */
  itself: boolean;
}

/**
 * The absolute paths in a tree's short Makefile: what it includes, `/usr/src/linux-headers-6.1.0-56-common/Makefile`, and in 7.x itself,
 * `KBUILD_OUTPUT=/usr/src/linux-headers-7.3.4+deb13-amd64`. Debian's headers have one, and every tree made with `O=`.
 */
export function makefileReferences({ at, absolute }: TreePlace): Reference[] {
  const text = readText(at('Makefile'), shortMakefile) ?? '';
  return Array.from(
    text.matchAll(/^(?:include +|((?:export +)?KBUILD_OUTPUT *:?= *))(\/\S+)$/gm),
    ([, output, path = '']) => ({ path, there: stat(absolute(path)) !== null, itself: output !== undefined }),
  );
}

/**
 * What a tree leans on outside its own folder and make would not find, as the facts have it.
 * @param dir the folder as it was named
 * @param inMakefile the tree's `makefileReferences`
 */
export function brokenReferences(
  dir: string,
  place: TreePlace,
  inMakefile: Reference[],
): Pick<KernelTreeFact, 'dangling' | 'outside'> {
  const all = [...inMakefile, ...links(dir, place)];
  return {
    dangling: paths(all.filter(({ there }) => !there)),
    outside: paths(all.filter((reference) => reference.there && leadsAway(reference, place))),
  };
}

/** Whether make, which knows no other `/` than the machine's, would find nothing or another tree. */
function leadsAway({ path, itself }: Reference, { at, unpackedIn }: TreePlace): boolean {
  if (itself) return realPath(path) !== realPath(at(''));
  return unpackedIn !== null && path.startsWith('/') && stat(path) === null;
}

/** What packages make links of: the tree itself, and in it what it shares with others, such as Ubuntu's `rust`. */
const linked = ['', 'Makefile', 'arch', 'include', 'rust', 'scripts', 'source', 'tools'];

function links(dir: string, { at }: TreePlace): Reference[] {
  const own = at('');
  return linked.flatMap((file) => {
    const path = linkTarget(file === '' ? dir : `${own}/${file}`);
    return path === null ? [] : [{ path, there: stat(at(file)) !== null, itself: false }];
  });
}

function paths(references: Reference[]): string[] {
  return [...new Set(references.map(({ path }) => path))];
}
