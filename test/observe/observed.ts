import type { Architecture } from '../../src/knowledge/architectures/architecture.ts';
import { findArchitecture } from '../../src/knowledge/architectures/architectures.ts';
import type { Facts, ToolFact } from '../../src/model/facts.ts';
import { type ObserveOptions, observe } from '../../src/observe/observe.ts';
import type { PretendMachine } from './pretend-machine.ts';

const arch = findArchitecture('x86_64') as Architecture;

/** What is observed on a pretend machine, which is all there is. */
export function observed(machine: PretendMachine, options: Partial<ObserveOptions> = {}): Promise<Facts> {
  return observe({ env: machine.env, arch, goals: [], timeoutMs: 5000, packages: [], root: machine.root, ...options });
}

/** The plain names of the tools that are asked for their version. */
export const askedTools = [
  'rustc',
  'bindgen',
  'clang',
  'llvm-config',
  'ld.lld',
  'ld',
  'gcc',
  'make',
  'pahole',
  'qemu-system-x86_64',
  'busybox',
];

/** What was seen of them, in the same order; what is absent is left out. */
export function toolFacts(facts: Facts): ToolFact[] {
  const { rustcs, bindgens, clang, llvmConfigs, lld, ld, gccs, make, pahole, qemu, busybox } = facts;
  const tools = [...rustcs, ...bindgens, clang, ...llvmConfigs, lld, ld, ...gccs, make, pahole, qemu, busybox];
  return tools.filter((tool) => tool !== null);
}
