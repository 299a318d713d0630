import type { RustcFact } from '../../model/facts.ts';
import { type Answer, notFound } from '../../system/process/answer.ts';
import { ask, toolFact } from '../run/ask.ts';
import { printable } from '../run/printable.ts';
import type { Program } from '../run/program.ts';
import type { Runner } from '../run/run.ts';
import { librarySource } from './library-source.ts';
import type { RustcCandidate } from './rustc-candidates.ts';

/** As the kernel's scripts/rust_is_available.sh reads it. */
const version = /rustc (\d+\.\d+\.\d+)/;

/**
 * Asks a rustc who it is and whether its LLVM can generate code for the target.
 * @param target rustc's name of the target, `x86_64-unknown-none`
 * @param libraryOverride RUST_LIB_SRC where it applies to this rustc
 */
export async function observeRustc(
  { path, program, origin, isPlain }: RustcCandidate,
  runner: Runner,
  target: string,
  libraryOverride: string | undefined,
): Promise<RustcFact> {
  if (program === null) {
    const nothing = { host: null, llvmVersion: null, sysroot: null, librarySource: null, librarySourceVersion: null };
    return { ...toolFact(path, notFound, version), origin, ...nothing, llvmBackend: null };
  }
  const [{ fact, answer }, { sysroot, llvmBackend }] = await Promise.all([
    ask(runner, program, 'rustc', ['-vV'], version, 'first line'),
    askTarget(runner, program, target),
  ]);
  const library = librarySource(sysroot, libraryOverride);
  return {
    ...fact,
    path,
    origin,
    ...(isPlain ? { isPlain } : {}),
    host: field(answer, 'host'),
    llvmVersion: field(answer, 'LLVM version'),
    sysroot,
    librarySource: library?.dir ?? null,
    librarySourceVersion: library?.version ?? null,
    llvmBackend,
  };
}

/** Value of a line of `rustc -vV`, such as `host: x86_64-unknown-linux-gnu`. */
function field(answer: Answer, name: string): string | null {
  const line = answer.stdout.split('\n').find((candidate) => candidate.startsWith(`${name}: `));
  return line === undefined ? null : printable(line.slice(name.length + 2));
}

/** Listing a target's processors makes rustc create the target's LLVM back end, which proves that it is there. */
export async function askTarget(
  runner: Runner,
  program: Program,
  target: string,
): Promise<{ sysroot: string | null; llvmBackend: boolean | null }> {
  const args = ['--print', 'sysroot', '--print', 'target-cpus', '--target', target];
  const answer = await runner.run(program, 'rustc', args);
  if (answer.exitCode === 0) return { sysroot: sysrootOf(answer), llvmBackend: true };
  if (answer.ended !== 'exit' && answer.ended !== 'signal') return { sysroot: null, llvmBackend: null };
  // A target it does not know, or cannot generate code for, keeps rustc from printing anything else.
  const again = await runner.run(program, 'rustc', ['--print', 'sysroot']);
  return { sysroot: sysrootOf(again), llvmBackend: lacksBackend(answer) ? false : null };
}

function lacksBackend({ stderr }: Answer): boolean {
  return stderr.includes('could not create LLVM TargetMachine');
}

function sysrootOf({ stdout, exitCode }: Answer): string | null {
  const [line = ''] = stdout.split('\n');
  return exitCode === 0 && line.startsWith('/') ? line : null;
}
