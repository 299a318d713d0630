import type { AnyArchitecture } from '../knowledge/architectures/architecture.ts';
import { isFull } from '../knowledge/architectures/plain-architectures.ts';
import type { MatrixFacts } from '../model/facts.ts';
import { lookAt, type ObserveOptions, withMachine } from './observe.ts';
import { rustcCandidates } from './rust/rustc-candidates.ts';
import { observeRustcTargets } from './rust/rustc-targets.ts';
import { observeHaveRust } from './tree/have-rust.ts';

/**
 * Looks at this machine for several architectures at once: as `observe` does for each that modules are made for, and asks
 * every rustc for all targets. What would be asked alike for several is asked once.
 * @param own the machine's own architecture, which is always looked at
 */
export function observeMatrix(rows: readonly AnyArchitecture[], options: ObserveOptions): Promise<MatrixFacts> {
  const { env, arch: own, root = '/' } = options;
  const full = [...new Set([own, ...rows.filter(isFull)])];
  return withMachine(options, async (machine) => {
    const { path, runner } = machine;
    const rustcs = rustcCandidates(env, path).candidates.flatMap((candidate) =>
      candidate.program === null ? [] : [{ path: candidate.path, program: candidate.program }],
    );
    const [machines, targets] = await Promise.all([
      Promise.all(full.map(async (arch) => [arch.name, await lookAt(machine, { ...options, arch })] as const)),
      Promise.all(rustcs.map((rustc) => observeRustcTargets(rustc.path, rustc.program, runner, rows))),
    ]);
    const byName = Object.fromEntries(machines);
    const haveRust = observeHaveRust(byName[own.name]?.kernels ?? [], root);
    return { machines: byName, rustcs: targets, haveRust };
  });
}
