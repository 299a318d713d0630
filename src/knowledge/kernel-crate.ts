/**
 * How the kernel's own Rust API (the `kernel` crate) is spelt, by release: what a rust-for-linux template has to know.
 * It is not stable, so each row says since when it holds.
 */
export interface KernelCrate {
  /** The first release of this spelling: version, patch level, sublevel. */
  since: readonly [number, number, number];
  /** The key of `module!` that takes the author: one string, or a list of strings. */
  author: 'author' | 'authors';
  /** What strings in `module!` are: `b"…"` or `"…"`. */
  strings: 'bytes' | 'text';
  /** The growing array, and how one element is added to it (fallibly: `?` follows). */
  vector: { type: 'Vec' | 'KVec'; push: 'try_push(x)' | 'push(x, GFP_KERNEL)' };
}

const tryPush = { type: 'Vec', push: 'try_push(x)' } as const;
const pushWithFlags = { type: 'Vec', push: 'push(x, GFP_KERNEL)' } as const;
const kvec = { type: 'KVec', push: 'push(x, GFP_KERNEL)' } as const;

const eras: readonly KernelCrate[] = [
  // rust/macros/module.rs and rust/alloc of v6.1: `expect_byte_string`, the kernel's fork of alloc.
  { since: [6, 1, 0], author: 'author', strings: 'bytes', vector: tryPush },
  // v6.2 reads plain strings, see rust-out-of-tree-module's commit e36fc14 "Update for Linux 6.2".
  { since: [6, 2, 0], author: 'author', strings: 'text', vector: tryPush },
  // v6.10 drops the fork: `VecExt::push` takes allocation flags, see rust-out-of-tree-module's commit 9872947.
  { since: [6, 10, 0], author: 'author', strings: 'text', vector: pushWithFlags },
  // v6.13's own allocators, also in 6.12.19 (stable review of 6.12.19-rc1, 20250310170457.700086763).
  { since: [6, 12, 19], author: 'author', strings: 'text', vector: kvec },
  // v6.15, commit 38559da6afb2; `author` itself went by v6.18.
  { since: [6, 15, 0], author: 'authors', strings: 'text', vector: kvec },
];

/** The spelling a release wants. Without a release, the newest. An older release than the table knows gets the oldest. */
export function kernelCrate(release: string | null): KernelCrate {
  const version = release === null ? null : /^(\d+)\.(\d+)(?:\.(\d+))?/.exec(release)?.slice(1).map(Number);
  const fitting = version ? eras.filter((era) => !isBefore(version, era.since)) : eras;
  return fitting.at(-1) ?? (eras[0] as KernelCrate);
}

function isBefore(version: readonly number[], since: readonly number[]): boolean {
  const step = since.findIndex((number, i) => (version[i] || 0) !== number);
  return step !== -1 && (version[step] || 0) < (since[step] ?? 0);
}
