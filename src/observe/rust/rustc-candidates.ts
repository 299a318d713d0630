import { basename, isAbsolute } from 'node:path';
import type { RustcOrigin, RustupFact } from '../../model/facts.ts';
import { distinctBy } from '../../text/distinct.ts';
import type { ProgramPath } from '../run/path.ts';
import { identity, type Program } from '../run/program.ts';
import { folderOverride, isShim, rustupToolchains, toolchainRustc } from './rustup.ts';

/** A rustc to be asked. */
export interface RustcCandidate {
  path: string;
  /** null for a rustc that the environment names and that is not there. */
  program: Program | null;
  origin: RustcOrigin;
  /** Set for one that RUSTC names and that `rustc` alone would start as well. */
  isPlain?: true;
}

/**
 * Every rustc, each program once, in the order of preference: the environment's RUSTC, those on PATH, versioned names
 * on PATH from newest to oldest, rustup's toolchains. In the place of rustup's shims, which must not be run,
 * stands the rustc they would choose: for one that RUSTC names also the one that they would choose in this folder.
 * @param folder the folder that this program was started in; null if it was deleted
 */
export function rustcCandidates(
  env: NodeJS.ProcessEnv,
  path: ProgramPath,
  folder: string | null = null,
): { candidates: RustcCandidate[]; rustup: RustupFact | null } {
  const { chosen, all } = rustupToolchains(env);
  const onPath = [...path.all('rustc'), ...path.versioned('rustc')];
  const found: RustcCandidate[] = [
    ...named(env.RUSTC, path),
    ...onPath.map((program) => candidate(program, 'path')),
    ...all.map((program) => candidate(program, 'rustup')),
  ];
  const shims = found.filter(({ program }) => program !== null && isProxy(program));
  const resolved = found.flatMap((entry) => {
    if (entry.program === null || !shims.includes(entry)) return [entry];
    return entry.origin === 'environment'
      ? chosenByEnvironment(entry.path, entry.program, chosen, env, folder)
      : [chosen === null ? { ...entry, program: null } : candidate(chosen, entry.origin)];
  });
  const usable = resolved.filter(({ program, origin }) => program !== null || origin === 'environment');
  const none = shims.length === 0 && all.length === 0;
  const shim = shims.find(({ origin }) => origin === 'path') ?? shims[0];
  return {
    candidates: distinctBy(usable, sameRustc).map((one) => withPlain(one, usable)),
    rustup: none ? null : { shim: shim?.program?.path ?? null, defaultRustc: chosen?.path ?? null },
  };
}

/** The one that RUSTC names stands for the same one on PATH as well. */
function withPlain(one: RustcCandidate, all: readonly RustcCandidate[]): RustcCandidate {
  const plain = all.find(({ origin, path }) => origin === 'path' && basename(path) === 'rustc');
  const isPlain = one.origin === 'environment' && plain !== undefined && sameRustc(plain) === sameRustc(one);
  return isPlain ? { ...one, isPlain } : one;
}

/** `rustup run stable rustc` is a command, and only `rustup run --install` downloads. */
function isProxy(program: Program): boolean {
  return isShim(program) && !(basename(program.path) === 'rustup' && program.leading?.[0] === 'run');
}

/** What a shim that RUSTC names would choose: in any folder, and if that differs, in this one. `rustc +stable` says which. */
function chosenByEnvironment(
  path: string,
  { leading = [] }: Program,
  chosen: Program | null,
  env: NodeJS.ProcessEnv,
  folder: string | null,
): RustcCandidate[] {
  const [plus = ''] = leading;
  const entry = (program: Program | null, missing = path): RustcCandidate =>
    program === null ? { path: missing, program, origin: 'environment' } : candidate(program, 'environment');
  if (plus.startsWith('+')) return [entry(toolchainRustc(plus.slice(1), env))];
  const override = folder === null ? null : folderOverride(folder, env);
  if (override === null) return [entry(chosen)];
  const missing = `${path} with the toolchain ${override.toolchain} (${override.by})`;
  return [entry(chosen), entry(toolchainRustc(override.toolchain, env), missing)];
}

/**
 * RUSTC may hold several words, `sccache rustc`, the first of which make calls: a path with a space is none that it
 * could call. Nobody expands a `~` in it, and what else the shell would read in it our Makefile refuses.
 */
function named(rustc = '', path: ProgramPath): RustcCandidate[] {
  const [first, ...leading] = rustc.split(/\s+/).filter(Boolean);
  if (first === undefined) return [];
  const text = [first, ...leading].join(' ');
  // make is in another folder, and makes one word alone a whole path before it goes there.
  const elsewhere = leading.length > 0 && first.includes('/') && !isAbsolute(first);
  const program = elsewhere || /["#$%&'()*,;<>?\\`|]/.test(text) ? null : path.first(first);
  if (program === null || (leading.length === 0 && /\s/.test(program.path)))
    return [{ path: text, program: null, origin: 'environment' }];
  if (leading.length === 0) return [{ path: program.path, program, origin: 'environment' }];
  return [{ path: text, program: { ...program, leading }, origin: 'environment' }];
}

function candidate(program: Program, origin: RustcOrigin): RustcCandidate {
  return { path: program.path, program, origin };
}

function sameRustc({ program, path }: RustcCandidate): string {
  return program === null || program.leading ? path : identity(program, 'rustc');
}
