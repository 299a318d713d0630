import { type KindRow, kinds } from './kinds.ts';

/**
 * How the kernel's own Rust API (the `kernel` crate) is spelt, by release: what a rust-for-linux template has to know.
 * It is not stable, so each change says since when it holds and where that is known from.
 */
export interface KernelCrate {
  /** The key of `module!` that takes the author: one string, or a list of strings. */
  author: 'author' | 'authors';
  /** What strings in `module!` are: `b"…"` or `"…"`. */
  strings: 'bytes' | 'text';
  /** The growing array, and how one element is added to it (fallibly: `?` follows). */
  vector: { type: 'Vec' | 'KVec'; push: 'try_push(x)' | 'push(x, GFP_KERNEL)' };
  /** C strings are written `c"x"`, otherwise `c_str!("x")`. */
  cStringLiteral: boolean;
  /** `value()` of a module's parameter returns its value, otherwise a reference to it. */
  paramValueCopies: boolean;
  /** `module!` takes parameters of type bool, beside the integers. */
  boolParams: boolean;
  /** An address in user space has a type of its own, otherwise it is a plain number. */
  userPtr: boolean;
  /** A character device has `read_iter` and `write_iter`, beside `ioctl`. */
  deviceReadWrite: boolean;
  /** An open character device keeps its module loaded. */
  deviceOwner: boolean;
  /** Tables of devices take a second identifier, for the table that modpost reads. */
  deviceTableIdent: boolean;
  /** What probe of a PCI driver gets of its table's entry is an Option. */
  pciInfoOptional: boolean;
  /**
   * `#[used(compiler)]` is allowed. From 1.89 on, plain `#[used]` keeps an entry of `.modinfo` in a section of its own
   * beside the others, and the kernel then refuses the module: "invalid module format".
   */
  usedCompiler: boolean;
}

/** What a tree's own sources say of its `kernel` crate. */
export interface CrateSources {
  /** Those of `crateFiles` that are there. */
  files: readonly string[];
  /** Those of `crateWords` that are there. */
  words: readonly string[];
}

interface Change {
  /** Version, patch level, sublevel of the first release. */
  since: readonly [number, number, number];
  source: string;
  now: Partial<KernelCrate>;
  /** What in a tree's sources shows that it has this, whatever its release; absent where nothing that is looked at does. */
  shownBy?: { file: string } | { word: string };
}

/** Linux 6.1, the first with Rust: rust/macros/module.rs (`expect_byte_string`) and rust/alloc. */
const first: KernelCrate = {
  author: 'author',
  strings: 'bytes',
  vector: { type: 'Vec', push: 'try_push(x)' },
  cStringLiteral: false,
  paramValueCopies: false,
  boolParams: false,
  userPtr: false,
  deviceReadWrite: false,
  deviceOwner: false,
  deviceTableIdent: true,
  pciInfoOptional: false,
  usedCompiler: false,
};

const changes: readonly Change[] = [
  {
    since: [6, 2, 0],
    source: 'rust-out-of-tree-module, commit e36fc14 "Update for Linux 6.2"',
    now: { strings: 'text' },
  },
  {
    since: [6, 10, 0],
    source:
      "rust-out-of-tree-module, commit 9872947: the fork of alloc is dropped, VecExt's push takes allocation flags",
    now: { vector: { type: 'Vec', push: 'push(x, GFP_KERNEL)' } },
    shownBy: { file: 'alloc/vec_ext.rs' },
  },
  {
    since: [6, 12, 19],
    source: 'the allocators of 6.13, also in 6.12.19 (stable review of 6.12.19-rc1, 20250310170457.700086763)',
    now: { vector: { type: 'KVec', push: 'push(x, GFP_KERNEL)' } },
    shownBy: { file: 'alloc/kvec.rs' },
  },
  {
    since: [6, 15, 0],
    source: 'commit 38559da6afb2; `author` itself went by 6.18',
    now: { author: 'authors' },
    shownBy: { word: 'authors' },
  },
  {
    since: [6, 16, 0],
    source: 'commit 7498159226772 "rust: use `#[used(compiler)]` to fix build and `modpost` with Rust >= 1.89.0"',
    now: { usedCompiler: true },
    shownBy: { word: 'compiler' },
  },
  {
    since: [6, 17, 0],
    source: 'commit 60ecf796cdc8 "rust: uaccess: use newtype for user pointers"',
    now: { userPtr: true },
  },
  {
    since: [6, 18, 0],
    source: 'rust/kernel/miscdevice.rs and rust/kernel/iov.rs of 6.18',
    now: { deviceReadWrite: true },
    shownBy: { file: 'iov.rs' },
  },
  {
    since: [6, 19, 0],
    source: "commit 3b83f5d5e78a: core::ffi::CStr takes the place of the kernel's own",
    now: { cStringLiteral: true },
  },
  {
    since: [7, 3, 0],
    source: 'rust/kernel/module_param.rs of 7.2 and 7.3: value() returns the value, value_ref() a reference',
    now: { paramValueCopies: true, boolParams: true },
  },
  {
    since: [7, 3, 0],
    source: 'rust/kernel/miscdevice.rs of 7.2 and 7.3: file_operations.owner is set',
    now: { deviceOwner: true },
  },
  {
    since: [7, 3, 0],
    source: 'macro module_device_table in rust/kernel/device_id.rs of 7.2 and 7.3',
    now: { deviceTableIdent: false },
  },
  {
    since: [7, 3, 0],
    source: 'trait Driver in rust/kernel/pci.rs of 7.2 and 7.3',
    now: { pciInfoOptional: true },
  },
];

/** Files below `rust/kernel` that show what a tree has. */
export const crateFiles: readonly string[] = [
  ...changes.flatMap(({ shownBy }) => (shownBy && 'file' in shownBy ? shownBy.file : [])),
  ...kinds.flatMap(({ crate }: KindRow) => crate.file ?? []),
];

/** Words of `rust/macros/module.rs` that show what a tree has. */
export const crateWords: readonly string[] = changes.flatMap(({ shownBy }) =>
  shownBy && 'word' in shownBy ? shownBy.word : [],
);

/**
 * The spelling that a kernel wants: its own sources decide where they are known, its release where not. Without a
 * release, the newest.
 */
export function kernelCrate(release: string | null, sources: CrateSources | null = null): KernelCrate {
  const holding = changes.filter((change) => isShown(change, sources) ?? isSince(change, release));
  return Object.assign({}, first, ...holding.map(({ now }) => now));
}

/** null where the sources do not tell. */
function isShown({ shownBy }: Change, sources: CrateSources | null): boolean | null {
  if (!shownBy || !sources) return null;
  return 'file' in shownBy ? sources.files.includes(shownBy.file) : sources.words.includes(shownBy.word);
}

function isSince({ since }: Change, release: string | null): boolean {
  const version = release === null ? null : /^(\d+)\.(\d+)(?:\.(\d+))?/.exec(release)?.slice(1).map(Number);
  if (!version) return true;
  const step = since.findIndex((number, i) => (version[i] || 0) !== number);
  return step === -1 || (version[step] || 0) > (since[step] ?? 0);
}

/** The lines of releases that the templates were built for and, but for the first, loaded in; oldest first. */
export const provenLines: readonly string[] = ['6.12', '7.2', '7.3'];

/** The line of a release, `7.3`; null where there is no release, or one of another form. */
export function releaseLine(release: string | null): string | null {
  return /^\d+\.\d+/.exec(release ?? '')?.[0] ?? null;
}
