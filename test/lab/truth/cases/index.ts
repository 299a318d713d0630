import type { TruthCase } from '../case.ts';
import { bootCases } from './boot.ts';
import { freestandingCases } from './freestanding.ts';
import { kernelCases } from './kernel.ts';
import { rustForLinuxCases } from './rust-for-linux.ts';

/** Every case, in the order of the table. */
export const truthCases: readonly TruthCase[] = [
  ...freestandingCases,
  ...rustForLinuxCases,
  ...kernelCases,
  ...bootCases,
];
