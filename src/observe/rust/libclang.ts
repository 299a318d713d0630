import type { LibclangFact } from '../../model/facts.ts';
import { headerFile } from '../cc/header-file.ts';
import { toolFact } from '../run/ask.ts';
import { printable } from '../run/printable.ts';
import type { Program } from '../run/program.ts';
import type { Runner } from '../run/run.ts';

/** The last such words of a line: those before may belong to the header's path. */
const version = /^.*clang version (\d+\.\d+\.\d+)/;

/** The libclang that a bindgen loads, which names itself in a warning on standard error. */
export async function observeLibclang(bindgen: Program, runner: Runner): Promise<LibclangFact> {
  const answer = await runner.run(bindgen, 'bindgen', [headerFile('bindgen_libclang.h')]);
  const { outcome, version: number, line } = toolFact(bindgen.path, { ...answer, stdout: '' }, version);
  return { outcome, version: number, line: outcome === 'ok' ? namedIn(line) : (complaint(answer.stderr) ?? line) };
}

/** `19.1.7 (3+b1)` of `bindgen_libclang.h:2:9: warning: clang version 19.1.7 (3+b1) [-W#pragma-messages], err: false`. */
function namedIn(line: string): string {
  return line.replace(/^.*clang version /, '').replace(/ *\[-W#pragma-messages\].*$/, '');
}

/** Where bindgen panics for want of a libclang, Rust says where in its code before it says why. */
function complaint(stderr: string): string | undefined {
  const line = stderr.split('\n').find((candidate) => candidate.includes('libclang'));
  return line === undefined ? undefined : printable(line);
}
