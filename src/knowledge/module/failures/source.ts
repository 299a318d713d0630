import { both, freestanding, type KnownFailure } from './failure.ts';

/** The Rust source itself: what a module of the flavour must have, and must not. */
export const sourceFailures: readonly KnownFailure[] = [
  {
    id: 'kernel-crate-of-another-flavour',
    flavours: freestanding,
    mayFollow: true,
    pattern:
      'unresolved imports? `kernel::|cannot find (type|trait|function|macro)[^`]* `(K?KVec|KVVec|VVec|KBox|VBox|ThisModule|SpinLock|CondVar|ARef|c_str|new_mutex|new_spinlock|kvec|pin_init|try_pin_init|pin_data|vtable|dev_(err|warn|info|dbg))`|undeclared type `(KVec|KBox|SpinLock)`|could not find `[a-z_]+` in `kernel`',
    cause:
      "The source uses Rust for Linux's kernel crate, and this is a freestanding module: its crate of that name is the small layer in kernel/, which does not have this.",
    remedy:
      'Use what kernel/lib.rs lists (Vec, Box, Arc, String, Result, pr_info!), or scaffold a module for the other crate: kernel-rust-module new NAME --flavour rust-for-linux, which needs a kernel built with CONFIG_RUST.',
    known: 'recorded',
    source: '6.1 (KVec, kernel::sync).',
  },
  {
    id: 'module-macro-of-another-flavour',
    flavours: freestanding,
    pattern: 'no rules expected (keyword|the token|reserved identifier) `type`',
    cause:
      'This module! has the keys of Rust for Linux, and this is a freestanding module, which says in C what those keys say.',
    remedy:
      'Write kernel::module!(TYPE); in src/lib.rs, and author, description and license as macros in src/module.c.',
    known: 'recorded',
    source: '6.1.',
  },
  {
    id: 'entry-missing',
    flavours: freestanding,
    pattern: 'rust_(init|exit).* undefined!|undefined (reference to|symbol:) .?rust_(init|exit)',
    cause: 'src/lib.rs has no module!, which makes the functions that run when the module is loaded and unloaded.',
    remedy: 'Write kernel::module!(TYPE); once, with the type that implements Module.',
    known: 'recorded',
    source: '6.1 (the line removed).',
  },
  {
    id: 'entry-twice',
    flavours: freestanding,
    pattern: 'symbol `rust_(init|exit)` (is|was) already defined|multiple definition of .?rust_(init|exit)',
    cause: 'The source has two module!, and a module has exactly one.',
    remedy: 'Remove one. A second module is a second folder: kernel-rust-module new NAME.',
    known: 'recorded',
    source: '6.1 (the line written twice).',
  },
  {
    id: 'parameter-undeclared',
    flavours: freestanding,
    pattern: 'rust_param_[a-z]+_[A-Za-z0-9_]+.* undefined!|undefined (reference to|symbol:) .?rust_param_',
    cause:
      'params! of src/lib.rs has a parameter, and src/module.c does not declare it, or declares it with another type: the name in the message is rust_param_TYPE_NAME.',
    remedy:
      'Add it to src/module.c with the same type and name, for example RUST_PARAM_UINT(count, 5, 0444, "how many");, or remove it from params!.',
    known: 'recorded',
    source: '6.1 (removed from src/module.c).',
  },
  {
    id: 'parameter-unread',
    flavours: freestanding,
    pattern: 'rust_has_param_[A-Za-z0-9_]+.* undefined!|undefined (reference to|symbol:) .?rust_has_param_',
    cause:
      'src/module.c declares a parameter for Rust, and params! of src/lib.rs does not have it: the name in the message is rust_has_param_NAME.',
    remedy:
      'Add it to params! with the same name and type, for example kernel::params! { count: uint }, or remove it from src/module.c.',
    known: 'recorded',
    source: '6.1 (removed from params!).',
  },
  {
    id: 'parameter-type',
    flavours: freestanding,
    pattern: 'kernel/params[.]rs:[0-9]+',
    cause: 'params! has a parameter of a type that it does not know.',
    remedy: 'Use charp, int, uint or bool, as in params! { count: uint }, and the same type in src/module.c.',
    known: 'recorded',
    source: '6.1 (u64).',
  },
  {
    id: 'module-param-macro',
    flavours: both,
    pattern:
      'cannot find macro `(module_param(_[a-z]+)?|MODULE_[A-Z_]+|module_init|module_exit|printk|EXPORT_SYMBOL(_GPL)?)` in this scope',
    cause: 'This is a macro of C, and Rust does not have it.',
    remedy: {
      freestanding:
        'Declare parameters in src/module.c (RUST_PARAM_UINT(count, 5, 0444, "how many");) and in src/lib.rs (kernel::params! { count: uint }), then call params::count(); author, license and description also stand in src/module.c.',
      'rust-for-linux':
        'Declare it in module!: author, license and description are keys of it, and since 6.19 parameters are too: params: { count: u32 { default: 5, description: "how many" } }.',
    },
    known: 'recorded',
    source: '6.1 (freestanding) and 7.3.',
  },
  {
    id: 'unsafe-code',
    flavours: freestanding,
    mayFollow: true,
    pattern:
      'error: (usage of an `unsafe` block|declaration of (a|an) `?(no_mangle|unsafe|export_name)|implementation of an `unsafe`|`extern` block uses)',
    cause:
      'src/ denies unsafe code (#![deny(unsafe_code)] in src/lib.rs), so that all of it is in kernel/, where it is reviewed.',
    remedy:
      'Put the call into a safe function in a file of kernel/ (as shim.rs and shim.c do), say in a SAFETY comment why it is sound, and call that function; or remove the line #![deny(unsafe_code)].',
    known: 'recorded',
    source: '6.1 (an unsafe block, extern "C", #[no_mangle]).',
  },
  {
    id: 'file-of-module-missing',
    flavours: both,
    pattern: 'E0583.*file not found for module',
    cause: 'mod NAME; declares a file that is not there.',
    remedy: {
      freestanding: 'Create src/NAME.rs, or remove the line; upper and lower case count.',
      'rust-for-linux':
        'Create NAME.rs beside the file with that line, or remove the line; upper and lower case count.',
    },
    known: 'recorded',
    source: '6.1 (freestanding) and 7.3.',
  },
  {
    id: 'included-file-missing',
    flavours: both,
    pattern: 'error: couldn.t read `',
    cause: 'include!, include_str! or include_bytes! names a file that is not there.',
    remedy: 'Create it; the path is relative to the file with that line.',
    known: 'recorded',
    source: '6.1.',
  },
  {
    id: 'cargo-variable',
    flavours: both,
    pattern: 'environment variable `CARGO[A-Z_]*` not defined at compile time',
    cause: 'Kbuild compiles the module, and the variables that Cargo sets are not there.',
    remedy: 'Write the text into the source, or use option_env! with a default.',
    known: 'recorded',
    source: '6.1 and 7.3.',
  },
  {
    id: 'unstable-library',
    flavours: both,
    pattern: 'E0658.*use of unstable library feature',
    cause: 'The source uses a part of core that is not stable Rust and that is not switched on here.',
    remedy: {
      freestanding:
        'Use another function; or add #![feature(NAME)] as the first line of src/lib.rs, and expect to change it with each rustc.',
      'rust-for-linux':
        'Use another function. The kernel allows only the few features that it uses itself (rust_allowed_features in scripts/Makefile.build of its source), and those of allocating memory are done with KVec and KBox.',
    },
    known: 'recorded',
    source: '6.1 (core_intrinsics) and 7.3 (allocator_api, core_intrinsics).',
  },
  {
    id: 'not-sync',
    flavours: both,
    pattern: 'E0277.*cannot be (shared|sent) between threads safely',
    cause:
      'A static, or what a module owns, is used by several processors at once, and this type is not made for that.',
    remedy: {
      freestanding: 'Use an atomic of core::sync::atomic, or keep the value in the struct of the module.',
      'rust-for-linux':
        'Use an atomic of kernel::sync::atomic or core::sync::atomic, or a Mutex or SpinLock of kernel::sync (global_lock! for a static).',
    },
    known: 'recorded',
    source: '6.1 (RefCell and LazyCell) and 7.3 (Cell).',
  },
  {
    id: 'mutable-static',
    flavours: both,
    pattern: 'E0133.*use of mutable static is unsafe',
    cause:
      'static mut can be changed by several processors at the same time, which Rust does not allow without unsafe.',
    remedy: {
      freestanding:
        'Use an atomic: static COUNT: AtomicU32 = AtomicU32::new(3); (core::sync::atomic), or keep the value in the struct of the module.',
      'rust-for-linux':
        'Use an atomic (core::sync::atomic), kernel::sync::global_lock!, or keep the value in the struct of the module.',
    },
    known: 'recorded',
    source: '6.1 and 7.3.',
  },
  {
    id: 'two-allocators',
    flavours: freestanding,
    pattern: '#.global_allocator.. in this crate conflicts',
    cause: 'The source has a global allocator, and kernel/alloc.rs has one already.',
    remedy: 'Remove the #[global_allocator].',
    known: 'recorded',
    source: '6.1.',
  },
  {
    id: 'two-panic-handlers',
    flavours: both,
    pattern: 'duplicate lang item .*panic_impl|E0152.*panic_impl',
    cause: 'The source has a panic handler, and the crate kernel has one already.',
    remedy: 'Remove the function with #[panic_handler].',
    known: 'recorded',
    source: '6.1 (freestanding) and 7.3.',
  },
];
