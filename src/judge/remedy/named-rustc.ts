import type { Remedy } from '../../model/assessment.ts';
import type { Facts, RustcFact } from '../../model/facts.ts';
import { compareVersions } from '../../text/versions.ts';
import type { JudgedKernel } from '../tree/kernel.ts';
import { advice } from './remedies.ts';

/**
 * The rustc that RUSTC names. make follows it, right or wrong, so that no other one counts beside it. Null where RUSTC is not set.
 * Two are named by a shim of rustup's for which this folder has an override: make runs it in the folder of the module
 * since 6.13, before that in the one of the kernel.
 */
export function namedRustc({ rustcs }: Pick<Facts, 'rustcs'>, kernel: JudgedKernel | null): RustcFact | null {
  const named = rustcs.filter(({ origin }) => origin === 'environment');
  const inModule = kernel !== null && compareVersions(kernel.release, '6.13') >= 0;
  return named.at(inModule ? -1 : 0) ?? null;
}

/** What helps where the rustc that RUSTC names will not do. */
export function renameRustc({ path, outcome }: RustcFact): Remedy {
  if (outcome === 'missing' && path.startsWith('~/'))
    return advice(`make does not expand "~". Write the whole path: RUSTC="$HOME${path.slice(1)}".`);
  if (outcome === 'missing' && /\s/.test(path))
    return advice('make takes what follows a space for arguments. Give RUSTC a path without spaces, or unset it.');
  return advice(`Unset RUSTC, which names ${path}, or set it to a rustc that will do: make follows it.`);
}
