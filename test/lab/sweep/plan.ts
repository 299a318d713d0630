import type { Flavour, VerdictStatus } from '../../../src/model/assessment.ts';

/** What is swept. */
export interface SweepPlan {
  /** A scaffolded module that was built and cleaned, so that core is in the cache. */
  module: string;
  flavour: Flavour;
  /** The kernel tree that is named to the probe, and that the module was scaffolded for. */
  tree: string;
  /** The folders that hold the tree's files, links followed. */
  treeFolders: string[];
  /** Our command line's file. */
  cli: string;
  /** For the probe and for make. */
  env: Record<string, string>;
  /** Only every so many of all cases is tried; 1 for all. */
  every: number;
  /** Of how many C headers it is tried. */
  headers: number;
}

/** What the probe said and what make did without something, or with something changed. */
export interface Swept {
  what: string;
  change: 'missing' | 'empty' | 'set';
  status: VerdictStatus | 'refused';
  because: string[];
  /** Of make; null when it could not be run. */
  exitCode: number | null;
  says: string;
}
