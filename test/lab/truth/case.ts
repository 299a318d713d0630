import type { FindingStatus, Goal } from '../../../src/model/assessment.ts';
import type { SystemName } from './systems.ts';

/** A system in a certain state, what the probe must say of it, and what make must then do. */
export interface TruthCase {
  /** Stable: it names the recorded facts. */
  name: string;
  /** What is special about this system, one clause. */
  state: string;
  system: SystemName;
  goal: Goal;
  /** Shell lines of root's that bring the system into that state. `$HEADERS` is the folder of its kernel headers. */
  prepare?: string;
  /** The kernel tree that is named to the probe and when the module is scaffolded. */
  kdir?: string;
  /** Who probes and builds. Default: root. */
  user?: 'lab';
  /** Set for the probe and for make. */
  env?: Record<string, string>;
  /** This machine's rustup is there, its shims first on PATH. */
  rustup?: true;
  /** The folder `/usr/src` of another system is seen at `/lab/other`. */
  beside?: SystemName;
  /** The ids of all findings that stand in the way; empty where the system is ready. */
  because: readonly string[];
  /** Which command is the first to refuse such a tree: the probe before it judges anything, or `new`, which writes no module for it. */
  refused?: 'probe' | 'new';
  /** Other findings that matter here, and how they end. */
  also?: Record<string, FindingStatus>;
  /** What make must say. */
  makeSays: RegExp;
  /** Run each time, not only by `--full`. */
  always?: true;
}

/** A case as a file of cases tells it: what they have in common is added where they are put together. */
export type CaseDraft = Omit<TruthCase, 'goal' | 'system'> & Partial<Pick<TruthCase, 'system'>>;

/** The module that the flavours' cases build. */
export const moduleName = 'hello';
