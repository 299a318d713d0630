import { join, resolve } from 'node:path';
import { list, realPath, stat } from '../../system/files/files.ts';
import { distinctBy } from '../../text/distinct.ts';
import { compareNaturally } from '../../text/natural-order.ts';
import { createLimits } from './limits.ts';
import { type Program, programAt } from './program.ts';

/** Looks programs up in the folders of PATH. */
export interface ProgramPath {
  /** Every file of that name, in PATH's order. */
  all(name: string): Program[];
  /** The one a shell would start: what holds a slash is a path. Failing that, the first that is there without being executable. */
  first(name: string): Program | null;
  /** Every program named `name-NUMBER`, from the newest number to the oldest. */
  versioned(name: string): Program[];
  /** The one of the plain name where there is one, then every versioned one. */
  plainAndVersioned(name: string): Program[];
}

/** Each of them is run. */
const mostVersions = 32;

/** @param path the value of PATH; empty and relative entries count from the current folder, as they do in a shell */
export function programPath(path: string | undefined, limits = createLimits()): ProgramPath {
  const folders = foldersOf(path ?? '');
  const names = new Map(folders.map((folder) => [folder, new Set(list(folder) ?? [])]));

  const all = (name: string) =>
    folders
      .filter((folder) => names.get(folder)?.has(name))
      .map((folder) => programAt(join(folder, name)))
      .filter((program) => program !== null);

  const first = (name: string) => {
    if (name.includes('/')) return programAt(resolve(name));
    const found = all(name);
    return found.find((program) => program.executable) ?? found[0] ?? null;
  };

  const versioned = (name: string) => {
    const matching = new Set<string>();
    for (const inFolder of names.values())
      for (const entry of inFolder) if (isVersioned(entry, name)) matching.add(entry);
    const newest = [...matching].sort((a, b) => compareNaturally(b, a));
    return limits
      .atMost(newest, mostVersions, `programs called ${name}-NUMBER`)
      .map(first)
      .filter((program) => program !== null);
  };

  const plainAndVersioned = (name: string) => {
    const plain = first(name);
    return plain === null ? versioned(name) : [plain, ...versioned(name)];
  };

  return { all, first, versioned, plainAndVersioned };
}

/** Folders as they are named, each real one once: `/bin` is often a link to `/usr/bin`. Nothing but separators names none. */
function foldersOf(path: string): string[] {
  if (/^:*$/.test(path)) return [];
  const named = new Set(path.split(':').map((entry) => resolve(entry)));
  // Asking first is what keeps thousands of missing folders cheap: listing one costs an exception.
  return distinctBy(
    [...named].filter((folder) => stat(folder)?.isDirectory()),
    realPath,
  );
}

function isVersioned(entry: string, name: string): boolean {
  return entry.startsWith(`${name}-`) && /^\d+(\.\d+)*$/.test(entry.slice(name.length + 1));
}
