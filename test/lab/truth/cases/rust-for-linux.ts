import { trees } from '../../systems.ts';
import type { CaseDraft, TruthCase } from '../case.ts';
import { environment } from './rust-for-linux-environment.ts';
import { heedless } from './rust-for-linux-heedless.ts';
import { readySystems } from './rust-for-linux-ready.ts';
import { tools } from './rust-for-linux-tools.ts';
import { kernelTrees } from './rust-for-linux-trees.ts';

/** Modules of the kernel crate, in the tree that was made for them where no other is named. */
export const rustForLinuxCases: TruthCase[] = [
  ...readySystems,
  ...heedless,
  ...environment,
  ...tools,
  ...kernelTrees,
].map((one) => ({
  ...(hasRustTree(one) ? { kdir: trees.rust } : {}),
  system: 'trixie-backports 7.3',
  ...one,
  goal: 'rust-for-linux',
  name: `rust-for-linux-${one.name}`,
}));

function hasRustTree({ system, env }: CaseDraft): boolean {
  return env?.KDIR === undefined && (system === undefined || system === 'sid 7.2');
}
