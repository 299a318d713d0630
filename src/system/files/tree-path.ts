import { lstatSync, readlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Where the files of a kernel tree are to be read. */
export interface TreePlace {
  /** The folder that takes the place of `/`; null where that is `/` itself. */
  unpackedIn: string | null;
  /** Where a file of the tree lies, by its path in the tree; the tree itself for an empty one. */
  at(file: string): string;
  /** Where the file lies that the tree names by an absolute path. */
  absolute(path: string): string;
}

/** A tree that lies where it belongs. */
export function placeOf(dir: string): TreePlace {
  return { unpackedIn: null, at: (file) => join(dir, file), absolute: (path) => path };
}

/** A tree whose links are followed inside a folder that stands for `/`. */
export function placeInside(root: string, dir: string): TreePlace {
  return {
    unpackedIn: root,
    at: (file) => followInside(root, join(dir, file)),
    absolute: (path) => followInside(root, join(root, path)),
  };
}

/** The kernel gives up after as many (path_resolution(7)). */
const mostLinks = 40;

/**
 * Follows every link in a path inside a folder that stands for `/`, as chroot(2) would.
 * @param path somewhere below `root`
 * @returns a path without links as far as something is there; where links lead in a circle, a path below `root` that does
 */
export function followInside(root: string, path: string): string {
  let links = 0;
  let place = root;
  const ahead = parts(relative(root, path));
  for (let part = ahead.shift(); part !== undefined; part = ahead.shift()) {
    if (part === '..') {
      if (place !== root) place = dirname(place);
      continue;
    }
    const next = join(place, part);
    const target = links < mostLinks ? linkTarget(next) : null;
    if (target === null) {
      place = next;
      continue;
    }
    links += 1;
    ahead.unshift(...parts(target));
    if (target.startsWith('/')) place = root;
  }
  return place;
}

function parts(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}

/** What a link says; null for anything else. */
export function linkTarget(path: string): string | null {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(path) : null;
  } catch {
    return null;
  }
}
