import { constants } from 'node:fs';
import { dirname, join } from 'node:path';
import { findArchitecture } from '../../knowledge/architectures/architectures.ts';
import type { UnfitFileFact } from '../../model/facts.ts';
import { isFile, permits, readStart, realPath, stat, withFile } from '../../system/files/files.ts';
import { ownMachine } from '../../system/own-machine.ts';
import { type ElfDynamic, type NeededVersion, readElfDynamic } from '../elf/dynamic.ts';
import { elfLayout } from '../elf/header.ts';
import { isHandedOn } from './binfmt.ts';

/** What keeps a program from being started. */
type Trouble = Pick<UnfitFileFact, 'trouble' | 'detail'>;

/** Tells what keeps a program of a kernel tree from being started here, without starting it; null for nothing. */
export type Inspect = (path: string) => Trouble | null;

/**
 * @param root the folder taken for `/`
 * @param libraryPath the environment's LD_LIBRARY_PATH
 */
export function programInspector(root: string, libraryPath = ''): Inspect {
  const known = new Map<string, Trouble | null>();
  const libraries = librarySearch(root, libraryPath.split(':'));
  return (path) => {
    const real = realPath(path);
    const answer = known.get(real);
    if (answer !== undefined) return answer;
    const found = inspect(real, root, libraries);
    known.set(real, found);
    return found;
  };
}

function inspect(path: string, root: string, libraries: Libraries): Trouble | null {
  const stats = stat(path);
  if (stats === null || !stats.isFile()) return { trouble: 'missing', detail: '' };
  if (stats.size === 0) return { trouble: 'empty', detail: '' };
  if (!permits(path, constants.X_OK)) return { trouble: 'not-executable', detail: '' };
  const start = readStart(path, 256);
  // What may be executed need not be readable.
  if (start === null) return null;
  const [, interpreter] = /^#! *(\/\S+)/.exec(start.toString('latin1')) ?? [];
  if (interpreter !== undefined)
    return isFile(join(root, interpreter)) ? null : { trouble: 'interpreter', detail: interpreter };
  const layout = elfLayout(start);
  if (layout === null) return { trouble: 'no-program', detail: '' };
  if (!isOwn(layout.machine))
    return isHandedOn(start, root) ? null : { trouble: 'machine', detail: String(layout.machine) };
  const elf = withFile(path, readElfDynamic);
  if (elf === null) return { trouble: 'no-program', detail: '' };
  return troubleOfElf(elf, path, root, libraries);
}

/** A 32-bit program of x86 starts on a 64-bit one if its loader is there. */
function isOwn(elf: number): boolean {
  const own = findArchitecture(ownMachine());
  return own === null || elf === own.elf || (own.name === 'x86_64' && elf === 3);
}

function troubleOfElf(elf: ElfDynamic, path: string, root: string, libraries: Libraries): Trouble | null {
  const { interpreter, needed, neededVersions } = elf;
  if (interpreter === null) return null;
  if (!isFile(join(root, interpreter))) return { trouble: 'interpreter', detail: interpreter };
  const runPath = elf.runPath.map((folder) => folder.replaceAll(/\$\{?ORIGIN\}?/g, dirname(path)));
  const missing = needed.find((name) => libraries.find(name, runPath) === null);
  if (missing !== undefined) return { trouble: 'library', detail: missing };
  const old = neededVersions.find((wanted) => !libraries.defines(wanted, runPath));
  return old === undefined ? null : { trouble: 'version', detail: `${old.version} of ${old.library}` };
}

interface Libraries {
  /** Where the loader finds it; null where it does not. */
  find(name: string, runPath: readonly string[]): string | null;
  /** Whether the library has that version of its symbols. One that names no versions is taken as it is, as the loader does. */
  defines(wanted: NeededVersion, runPath: readonly string[]): boolean;
}

/** A cache of several thousand libraries has 200 kB. */
const longestCache = 4 * 1024 * 1024;

/** Where ld.so(8) looks: RUNPATH, LD_LIBRARY_PATH, its cache, its own folders. */
function librarySearch(root: string, libraryPath: readonly string[]): Libraries {
  const triplet = findArchitecture(ownMachine())?.gccTriplet ?? '';
  const own = ['lib', 'usr/lib', 'lib64', 'usr/lib64', 'usr/local/lib'];
  const folders = [`lib/${triplet}`, `usr/lib/${triplet}`, ...own].map((folder) => join(root, folder));
  const versions = new Map<string, string[]>();
  let cache: string | null = null;

  const inCache = (name: string): string | null => {
    cache ??= readLatin1(join(root, 'etc/ld.so.cache'));
    const end = cache.indexOf(`/${name}\0`);
    const path = end < 0 ? '' : cache.slice(cache.lastIndexOf('\0', end) + 1, end + name.length + 1);
    return path.startsWith('/') && isFile(join(root, path)) ? join(root, path) : null;
  };
  const find: Libraries['find'] = (name, runPath) => {
    if (name.startsWith('/')) return isFile(name) ? name : null;
    const places = [...runPath, ...libraryPath].filter((folder) => folder.startsWith('/'));
    return [...places, ...folders].map((folder) => `${folder}/${name}`).find(isFile) ?? inCache(name);
  };
  return {
    find,
    defines({ library, version }, runPath) {
      const path = find(library, runPath);
      if (path === null) return false;
      const defined = versions.get(path) ?? withFile(path, readElfDynamic)?.definedVersions ?? [];
      versions.set(path, defined);
      return defined.length === 0 || defined.includes(version);
    },
  };
}

function readLatin1(path: string): string {
  return readStart(path, longestCache)?.toString('latin1') ?? '';
}
