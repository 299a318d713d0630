import type { AnyArchitecture } from '../../knowledge/architectures/architecture.ts';
import type { RustcTargetsFact } from '../../model/facts.ts';
import type { Program } from '../run/program.ts';
import type { Runner } from '../run/run.ts';
import { askTarget } from './rustc.ts';

/** Asks a rustc for its targets, and then, for each LLVM back end once, whether its LLVM has it. */
export async function observeRustcTargets(
  path: string,
  program: Program,
  runner: Runner,
  rows: readonly AnyArchitecture[],
): Promise<RustcTargetsFact> {
  const { stdout, exitCode } = await runner.run(program, 'rustc', ['--print', 'target-list']);
  const targets = exitCode === 0 ? stdout.split('\n').filter((line) => /^[\w.]+(-[\w.]+)+$/.test(line)) : null;
  const names = new Set(rows.flatMap(({ llvm }) => (llvm === null ? [] : [llvm.config])));
  const backEnds = await Promise.all(
    Array.from(names, async (name) => {
      const target = targetOf(
        rows.filter(({ llvm }) => llvm?.config === name),
        targets ?? [],
      );
      const answer = target === null ? null : await askTarget(runner, program, target);
      return [name, answer?.llvmBackend ?? null] as const;
    }),
  );
  return { rustc: path, targets, backEnds: Object.fromEntries(backEnds) };
}

/** A target that takes the back end of these rows: one that is asked anyway, otherwise one for the same processor. */
function targetOf(rows: readonly AnyArchitecture[], targets: readonly string[]): string | null {
  const wanted = rows.flatMap(({ rustTarget }) => rustTarget ?? []);
  const known = wanted.find((target) => targets.includes(target));
  const alike = (target: string) => wanted.some((other) => other.split('-')[0] === target.split('-')[0]);
  return known ?? targets.find(alike) ?? null;
}
