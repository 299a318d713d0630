import type { LlvmToolFact } from '../../model/facts.ts';
import { distinctBy } from '../../text/distinct.ts';
import { ask } from '../run/ask.ts';
import type { ProgramPath } from '../run/path.ts';
import { identity, type Program } from '../run/program.ts';
import type { Runner } from '../run/run.ts';
import { plainOrNewest } from '../run/tools.ts';

/** Clang with the targets it can generate code for: `-v` answers on stderr, `-print-targets` on stdout, in one run. */
export async function observeClang(path: ProgramPath, runner: Runner): Promise<LlvmToolFact | null> {
  const program = plainOrNewest(path, 'clang');
  if (program === null) return null;
  const { fact, answer } = await ask(
    runner,
    program,
    'clang',
    ['-v', '-print-targets'],
    /\bclang version (\d+(?:\.\d+)+)/,
  );
  return { ...fact, targets: fact.outcome === 'ok' ? clangTargets(answer.stdout) : [] };
}

/** Every llvm-config, each program once: the plain name first, then versioned names from newest to oldest. */
export function observeLlvmConfigs(path: ProgramPath, runner: Runner): Promise<LlvmToolFact[]> {
  const programs = distinctBy(path.plainAndVersioned('llvm-config'), (program) => identity(program, 'llvm-config'));
  return Promise.all(programs.map((program) => observeLlvmConfig(program, runner)));
}

async function observeLlvmConfig(program: Program, runner: Runner): Promise<LlvmToolFact> {
  const args = ['--version', '--targets-built'];
  const { fact, answer } = await ask(runner, program, 'llvm-config', args, /^(\d+\.\d+\.\d+)/);
  return { ...fact, targets: fact.outcome === 'ok' ? builtTargets(answer.stdout) : [] };
}

/** Names from lines such as `    x86-64      - 64-bit X86: EM64T and AMD64`. */
function clangTargets(output: string): string[] {
  return Array.from(output.matchAll(/^ +([\w-]+) +- /gm), ([, name]) => name ?? '');
}

/** Names from the line after the version: `AArch64 AMDGPU ARM …`. */
function builtTargets(output: string): string[] {
  return output.split('\n')[1]?.match(/\w+/g) ?? [];
}
