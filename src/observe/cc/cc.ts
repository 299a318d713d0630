import { llvmToolName } from '../../knowledge/kernel/llvm-tools.ts';
import type { CcFact } from '../../model/facts.ts';
import { type Answer, notFound } from '../../system/process/answer.ts';
import { toolFact } from '../run/ask.ts';
import type { ProgramPath } from '../run/path.ts';
import type { Runner } from '../run/run.ts';
import { headerFile } from './header-file.ts';

const version = /^(?:clang|gcc) version "(\d+(?:\.\d+)+)/;

/**
 * The C compiler that the kernel's make takes, asked in one run for its family and its version by what it defines, as
 * scripts/cc-version.sh asks. null where there is none, though not where the environment names it.
 * @param prefix of the cross tools where the environment has no CROSS_COMPILE; empty for the machine's own
 */
export async function observeCc(
  env: NodeJS.ProcessEnv,
  path: ProgramPath,
  runner: Runner,
  prefix = '',
): Promise<CcFact | null> {
  const [name, ...words] = compilerOf({ ...env, CROSS_COMPILE: env.CROSS_COMPILE || prefix });
  const program = path.first(name);
  if (program === null) return namesCompiler(env) ? ccFact(name, notFound) : null;
  const args = [...words, '-E', '-P', '-x', 'c', headerFile('cc_version.h')];
  return ccFact(program.path, await runner.run(program, name, args));
}

/** Whether the environment asks for a C compiler of its own. */
export function namesCompiler({ CC, LLVM, CROSS_COMPILE }: NodeJS.ProcessEnv): boolean {
  return Boolean(CC || LLVM || CROSS_COMPILE);
}

/** The compiler's name, with what comes between it and its options: `CC="ccache gcc"`. */
function compilerOf({ CC = '', LLVM = '', CROSS_COMPILE = '' }: NodeJS.ProcessEnv): [string, ...string[]] {
  const [name, ...words] = CC.trim().split(/\s+/);
  if (name) return [name, ...words];
  return [LLVM ? llvmToolName('clang', LLVM) : `${CROSS_COMPILE}gcc`];
}

/** The text is a C string: `clang version "19.1.7 (3+b1)"`. */
function ccFact(path: string, answer: Answer): CcFact {
  const fact = toolFact(path, answer, version);
  if (fact.outcome !== 'ok') return { ...fact, family: null };
  return {
    ...fact,
    line: fact.line.replaceAll('"', '').trim(),
    family: fact.line.startsWith('clang') ? 'Clang' : 'GCC',
  };
}
