import type { Remedy } from '../assessment.ts';
import type { Facts, RustcFact } from '../facts.ts';
import { advice } from './remedies.ts';

/** The rustc that RUSTC names. make follows it, right or wrong, so that no other one counts beside it. Null where RUSTC is not set. */
export function namedRustc({ rustcs }: Pick<Facts, 'rustcs'>): RustcFact | null {
  return rustcs.find(({ origin }) => origin === 'environment') ?? null;
}

/** What helps where the rustc that RUSTC names will not do. */
export function renameRustc({ path }: RustcFact): Remedy {
  return advice(`Unset RUSTC, which names ${path}, or set it to a rustc that will do: make follows it.`);
}
