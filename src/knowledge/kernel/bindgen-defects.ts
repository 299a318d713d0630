/** A known defect of bindgen: which versions may have it, and how a trial tells those that were patched. */
export interface BindgenDefect {
  /** Stable: `BindgenFact.defects` holds it. */
  name: string;
  /** What goes wrong, one clause. */
  effect: string;
  /** The versions that may have it: from this one up to, but without, that one. */
  bindgen: { from: string; before: string };
  /** The oldest libclang with which it shows; null where that does not matter. */
  libclang: string | null;
  /** A header of ours to run bindgen on: bindgen is sound when it succeeds and its output matches. null where the version alone tells. */
  trial: { header: 'bindgen_0_66.h' | 'bindgen_libclang_concat.h' | 'bindgen_libclang_22.h'; sound: RegExp } | null;
  /** What the kernel's build then stops with, where that was seen; null where it was not, or where the build goes on. */
  stops: string | null;
  source: string;
}

/**
 * Oldest first. Versions: scripts/rust_is_available.sh of 6.12.117 and of 7.3.4, whose minimum (0.71.1 since 7.1)
 * leaves nothing to warn of for the first two.
 */
export const bindgenDefects: readonly BindgenDefect[] = [
  {
    name: 'nul-in-string',
    effect: 'it ends with an error at a macro whose string holds NUL',
    bindgen: { from: '0.66.0', before: '0.66.2' },
    libclang: null,
    trial: { header: 'bindgen_0_66.h', sound: /^/ },
    stops: null,
    source: 'https://github.com/rust-lang/rust-bindgen/pull/2567',
  },
  {
    name: 'concatenated-names',
    effect: 'it misreads names that macros put together',
    bindgen: { from: '0', before: '0.69.5' },
    libclang: '19.1',
    trial: { header: 'bindgen_libclang_concat.h', sound: /foofoo/ },
    stops: null,
    source: 'https://github.com/rust-lang/rust-bindgen/pull/2824',
  },
  {
    name: 'declared-structures',
    effect: 'it loses the fields of structures that are declared before they are defined',
    bindgen: { from: '0', before: '0.72.1' },
    libclang: '22',
    trial: { header: 'bindgen_libclang_22.h', sound: /pub foo/ },
    stops: 'error[E0560] and E0609 in rust/kernel: structures have no such fields',
    source: 'https://github.com/rust-lang/rust-bindgen/pull/3278',
  },
  {
    name: 'structure-layout',
    effect: 'it lays some structures out wrongly, which made rust_binder crash in a running kernel',
    bindgen: { from: '0.73.1', before: '0.73.2' },
    libclang: null,
    trial: null,
    stops: null,
    source: 'https://github.com/rust-lang/rust-bindgen/issues/3406',
  },
];
