import type { RustcOrigin, RustupFact } from '../facts.ts';
import { distinctBy } from './distinct.ts';
import type { ProgramPath } from './path.ts';
import { identity, type Program } from './program.ts';
import { isShim, rustupToolchains } from './rustup.ts';

/** A rustc to be asked. */
export interface RustcCandidate {
  path: string;
  /** null for a rustc that the environment names and that is not there. */
  program: Program | null;
  origin: RustcOrigin;
}

/**
 * Every rustc, each program once, in the order of preference: the environment's RUSTC, those on PATH, versioned names
 * on PATH from newest to oldest, rustup's toolchains. In the place of rustup's shims, which must not be run,
 * stands the rustc they would choose.
 */
export function rustcCandidates(
  env: NodeJS.ProcessEnv,
  path: ProgramPath,
): { candidates: RustcCandidate[]; rustup: RustupFact | null } {
  const { chosen, all } = rustupToolchains(env);
  const onPath = [...path.all('rustc'), ...path.versioned('rustc')];
  const found: RustcCandidate[] = [
    ...named(env.RUSTC, path),
    ...onPath.map((program) => candidate(program, 'path')),
    ...all.map((program) => candidate(program, 'rustup')),
  ];
  const shims = found.filter(({ program }) => program !== null && isShim(program));
  const resolved = found.map((entry) => {
    if (!shims.includes(entry)) return entry;
    return chosen === null ? { ...entry, program: null } : candidate(chosen, entry.origin);
  });
  const usable = resolved.filter(({ program, origin }) => program !== null || origin === 'environment');
  const none = shims.length === 0 && all.length === 0;
  const shim = shims.find(({ origin }) => origin === 'path') ?? shims[0];
  return {
    candidates: distinctBy(usable, sameRustc),
    rustup: none ? null : { shim: shim?.path ?? null, defaultRustc: chosen?.path ?? null },
  };
}

function named(rustc: string | undefined, path: ProgramPath): RustcCandidate[] {
  if (!rustc) return [];
  const program = path.first(rustc);
  return [{ path: program?.path ?? rustc, program, origin: 'environment' }];
}

function candidate(program: Program, origin: RustcOrigin): RustcCandidate {
  return { path: program.path, program, origin };
}

function sameRustc({ program, path }: RustcCandidate): string {
  return program === null ? path : identity(program, 'rustc');
}
