import type { KernelTreeFact } from '../../model/facts.ts';
import { isSet } from './config-condition.ts';

/** Whether Kbuild gives each module of a tree BTF: scripts/Makefile.modfinal of 6.1, 6.12 and 7.3. */
export function givesModulesBtf(tree: Pick<KernelTreeFact, 'config' | 'vmlinux'> | null): boolean {
  return tree?.vmlinux === true && isSet(tree.config, 'DEBUG_INFO_BTF_MODULES');
}
