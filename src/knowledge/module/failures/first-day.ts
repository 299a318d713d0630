import { both, freestanding, type KnownFailure, rustForLinux } from './failure.ts';

const noStd = 'A kernel module has no std: std needs an operating system below it.';

/** What is written in Rust out of habit and does not exist in a kernel. */
export const firstDayFailures: readonly KnownFailure[] = [
  {
    id: 'print-macro',
    flavours: both,
    pattern: 'cannot find macro `e?print(ln)?` in this scope',
    cause: 'println! writes to a terminal, and a kernel module has none: it writes to the log of the kernel.',
    remedy: {
      freestanding:
        'Write pr_info!("…"), or pr_err!, pr_warn!, pr_debug! (use kernel::prelude::*;); sudo dmesg shows it.',
      'rust-for-linux':
        'Write pr_info!("…\\n"), or pr_err!, pr_warn!, pr_debug! (use kernel::prelude::*;); sudo dmesg shows it.',
    },
    known: 'recorded',
    source: '6.1 (freestanding) and 7.3.',
  },
  {
    id: 'no-prelude',
    flavours: both,
    mayFollow: true,
    pattern:
      'cannot find macro `(pr_(emerg|alert|crit|err|warn|notice|info|debug|cont)|dev_(err|warn|info|dbg)|try_format|c_str|kvec|module)` in this scope',
    cause: 'The macro exists, and this file does not import it.',
    remedy: 'Write use kernel::prelude::*; at the top of the file, or the use line that rustc suggests.',
    known: 'recorded',
    source: '6.1 (freestanding) and 7.3 (the line removed).',
  },
  {
    id: 'vec-macro',
    flavours: both,
    pattern: 'cannot find macro `vec` in this scope',
    cause: 'vec! cannot report that there is no memory, so kernel code does not have it.',
    remedy: {
      freestanding: 'Write Vec::try_from_iter([1, 2])?, or start with Vec::new() and call v.try_push(1)?.',
      'rust-for-linux': 'Write kvec![1, 2]?, or start with KVec::new() and call v.push(1, GFP_KERNEL)?.',
    },
    known: 'recorded',
    source: '6.1 (freestanding) and 7.3.',
  },
  {
    id: 'format-macro',
    flavours: both,
    pattern: 'cannot find macro `format` in this scope',
    cause: 'format! cannot report that there is no memory, so kernel code does not have it.',
    remedy: {
      freestanding: 'Write try_format!("{x}")?, which gives a String; pr_info! formats without one.',
      'rust-for-linux':
        'pr_info! and dev_info! format without a string; kernel::str::CString::try_from_fmt(fmt!("{x}"))? makes one.',
    },
    known: 'recorded',
    source: '6.1 (freestanding) and 7.3.',
  },
  {
    id: 'growing-vector',
    flavours: freestanding,
    pattern:
      'no method named `(push|insert|extend|extend_from_slice|append|resize|reserve|with_capacity|to_vec|push_str|to_string|to_owned|into_boxed_slice|concat|join|repeat)` found for (struct|type|reference|array|slice) ',
    cause: 'This function allocates memory and cannot report that there is none, so kernel code does not have it.',
    remedy:
      'Use the fallible one with ?: v.try_push(x)?, v.try_extend_from_slice(s)?, v.try_reserve(n)?, Vec::try_from_iter(i)?, String::try_from_str(s)?, s.try_push_str(t)?, try_format!("{x}")?.',
    misleading: 'What rustc suggests instead (another method, importing std) does not help.',
    known: 'recorded',
    source: '6.1 (push, push_str, to_string and to_vec; no_global_oom_handling).',
  },
  {
    id: 'text-and-copies',
    flavours: rustForLinux,
    pattern:
      'no method named `(to_string|to_owned|to_vec|into_boxed_slice|concat|join|repeat)` found for (struct|type|reference|array|slice) ',
    cause: 'This function allocates memory and cannot report that there is none, so kernel code does not have it.',
    remedy:
      'Copy into a KVec: let mut v = KVec::new(); v.extend_from_slice(s, GFP_KERNEL)?; for text use &CStr, &str or kernel::str::CString::try_from_fmt(fmt!("{x}"))?.',
    known: 'recorded',
    source: '7.3 (to_string and to_vec).',
  },
  {
    id: 'box-new',
    flavours: freestanding,
    pattern:
      'no (function or associated item|associated function or constant|associated item) named `(new|with_capacity|from_iter|pin|from)` found for struct `[a-z_:]*(Box|Arc|Rc|Vec|String)<?',
    cause: 'This function allocates memory and cannot report that there is none, so kernel code does not have it.',
    remedy: 'Use the fallible one with ?: Box::try_new(x)?, Arc::try_new(x)?, Rc::try_new(x)?, Vec::try_from_iter(i)?.',
    known: 'recorded',
    source: '6.1 (Box::new and Arc::new).',
  },
  {
    id: 'string-from',
    flavours: freestanding,
    pattern: 'the trait bound `[^`]*String: From<&',
    cause: 'String::from allocates memory and cannot report that there is none, so kernel code does not have it.',
    remedy: 'Write String::try_from_str("x")?, or keep a &\'static str.',
    known: 'recorded',
    source: '6.1.',
  },
  {
    id: 'collect',
    flavours: both,
    pattern: 'a value of type `[^`]*(Vec|String|Box)[^`]*` cannot be built from an iterator',
    cause: 'collect allocates memory and cannot report that there is none, so kernel code does not have it.',
    remedy: {
      freestanding: 'Write Vec::try_from_iter(iterator)?.',
      'rust-for-linux': 'Push in a loop: for x in iterator { v.push(x, GFP_KERNEL)?; }.',
    },
    known: 'recorded',
    source: '6.1 (freestanding) and 7.3.',
  },
  {
    id: 'string-type',
    flavours: rustForLinux,
    pattern: '(undeclared type|cannot find type|cannot find struct[^`]*) `String`',
    cause: 'The kernel has no String: its kernel crate has byte strings that end with NUL.',
    remedy:
      'Use &CStr (c"text") or &str for constants, kernel::str::CString::try_from_fmt(fmt!("{x}"))? for text that is put together, and KVec<u8> for bytes.',
    known: 'recorded',
    source: '7.3.',
  },
  {
    id: 'hash-map',
    flavours: both,
    pattern: '(undeclared type|cannot find type) `(HashMap|HashSet|BTreeMap|BTreeSet|VecDeque)`',
    cause: 'Collections of std are not there: they allocate memory and cannot report that there is none.',
    remedy: {
      freestanding: 'Keep a sorted Vec and use binary_search, or write the few lines needed over Vec.',
      'rust-for-linux': 'Use kernel::rbtree::RBTree, kernel::xarray::XArray (new enough kernels) or a KVec.',
    },
    known: 'recorded',
    source: '6.1 (freestanding) and 7.3.',
  },
  {
    id: 'no-std',
    flavours: both,
    pattern:
      '(undeclared crate or module|unresolved module or unlinked crate|unresolved import|cannot find module or crate|can.t find crate for) `std(::[^`]*)?`|use of undeclared type `std::|cannot find macro `(thread_local)` in this scope',
    cause: noStd,
    remedy: {
      freestanding:
        'Use core (core::fmt, core::mem, core::time …) and use kernel::prelude::*; for Vec, Box, Arc, String and the log. If the file has no #![no_std], write it as its first line. Threads, files and sockets are functions of the kernel, called through C.',
      'rust-for-linux':
        'Use core (core::fmt, core::mem …) and the kernel crate: KVec, KBox, kernel::sync (Arc, Mutex, SpinLock), kernel::time, kernel::workqueue.',
    },
    misleading: "rustc's advice (cargo build -Zbuild-std) does not help.",
    known: 'recorded',
    source: '6.1 (freestanding; std used, imported, linked, #![no_std] removed) and 7.3.',
  },
  {
    id: 'no-alloc',
    flavours: rustForLinux,
    pattern:
      '(undeclared crate or module|unresolved module or unlinked crate|unresolved import|cannot find module or crate|can.t find crate for) `alloc(::[^`]*)?`',
    cause: 'Since 6.13 the kernel does not use the crate alloc.',
    remedy: 'Use KVec, KBox and kernel::sync::Arc of use kernel::prelude::*; instead of Vec, Box and Arc.',
    misleading: "rustc's advice (cargo build -Zbuild-std) does not help.",
    known: 'recorded',
    source: '7.3.',
  },
  {
    id: 'no-such-crate',
    flavours: both,
    pattern:
      'can.t find crate for `|you might be missing a crate named|use of (undeclared crate or module|unresolved module or unlinked crate) `|cannot find module or crate `',
    cause:
      'The source names a crate or module that is not there: a kernel module has no Cargo.toml and no crates of a registry.',
    remedy: {
      freestanding:
        'Declare a module that you mean (mod NAME; for src/NAME.rs). Of a crate that is #![no_std] and small, copy the sources into src/ if its license allows it; otherwise use core and kernel::prelude.',
      'rust-for-linux':
        'Declare a module that you mean (mod NAME; for NAME.rs). Of a crate that is #![no_std] and small, copy the sources if its license allows it; otherwise use core and the kernel crate.',
    },
    known: 'recorded',
    source: '6.1 with rustc 1.96.0 (freestanding; hashbrown, heapless, libc, serde, tokio) and 7.3 with 1.85.1.',
  },
];
