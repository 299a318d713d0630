import type { Flavour, VerdictStatus } from '../../../src/model/assessment.ts';
import type { Root } from '../root.ts';

/** A kernel tree in a root of its own. */
export interface SweptTree {
  root: Root;
  tree: string;
}

/** A module whose build is swept. */
export interface SweepGround {
  /** A scaffolded module that was built and cleaned, so that core is in the cache. */
  module: string;
  flavour: Flavour;
  /** The kernel tree that is named to the probe, and that the module was scaffolded for. */
  tree: string;
  /** Our command line's file. */
  cli: string;
  /** For the probe and for make. */
  env: Record<string, string>;
}

/** A file or program that is taken away or emptied, or a variable that is set to nonsense. */
export interface Change {
  what: string;
  change: 'missing' | 'empty' | 'set';
}

/** What the probe said and what make did after a change. */
export interface Swept extends Change {
  status: VerdictStatus | 'refused';
  because: string[];
  /** Of make; null when it could not be run. */
  exitCode: number | null;
  says: string;
}

/** What a build of the whole module reads and starts. */
export interface Used {
  /** Files of the kernel tree, links followed. */
  files: string[];
  /** Programs of the system, as they were called. */
  programs: string[];
  /** Variables of the environment that the tree's Makefiles read. */
  variables: string[];
}

/**
 * Every change that is tried.
 * @param headers of how many C headers: a build reads hundreds, and one is like another
 */
export function changesOf({ files, programs, variables }: Used, headers: number): Change[] {
  const included = files.filter((path) => path.endsWith('.h'));
  const step = Math.ceil(included.length / headers);
  const tried = files.filter((path) => !path.endsWith('.h') || included.indexOf(path) % step === 0);
  return [
    ...tried.flatMap((what): Change[] => [
      { what, change: 'missing' },
      { what, change: 'empty' },
    ]),
    ...programs.map((what): Change => ({ what, change: 'missing' })),
    ...variables.map((what): Change => ({ what, change: 'set' })),
  ];
}
