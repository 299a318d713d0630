import type { TruthCase } from '../case.ts';
import { damage } from './freestanding-damage.ts';
import { environment } from './freestanding-environment.ts';
import { heedless } from './freestanding-heedless.ts';
import { readySystems } from './freestanding-ready.ts';
import { rust } from './freestanding-rust.ts';
import { tools } from './freestanding-tools.ts';
import { kernelTrees } from './freestanding-trees.ts';

/** Modules that bring their own core, for any kernel. */
export const freestandingCases: TruthCase[] = [
  ...readySystems,
  ...heedless,
  ...environment,
  ...tools,
  ...rust,
  ...kernelTrees,
  ...damage,
].map((one) => ({ system: 'bookworm 6.1', ...one, goal: 'freestanding', name: `freestanding-${one.name}` }));
