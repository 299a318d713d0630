import { both, type KnownFailure, rustForLinux } from './failure.ts';

const scaffoldAgain =
  'Scaffold the module for this kernel in an empty folder (kernel-rust-module new NAME --kdir KDIR) and copy the differences.';
const makeTree =
  'Make such a tree with kernel-rust-module kdir, then choose it with kernel-rust-module configure; kernel-rust-module probe lists the other ways.';

/** The kernel's Rust metadata, the rustc that belongs to it, and the interface of its crate. */
export const rustForLinuxFailures: readonly KnownFailure[] = [
  {
    id: 'llvm-versions',
    flavours: rustForLinux,
    pattern: 'llvm-link(-[0-9.]+)?: .*(Unknown attribute kind|Invalid record|Unknown bitcode|Producer: .LLVM)',
    cause:
      'This kernel joins its C helpers with Rust (CONFIG_RUST_INLINE_HELPERS), and the LLVM versions of clang and rustc differ.',
    remedy:
      'Install clang and llvm of the major version that rustc -vV shows (LLVM version), and build with make LLVM=-N for that version.',
    known: 'recorded',
    source: 'A 7.3 tree prepared by Clang, with LLVM 17 for a rustc of LLVM 19.',
  },
  {
    id: 'no-rust-metadata',
    flavours: rustForLinux,
    pattern: 'target file "[^"]*target[.]json" does not exist',
    cause:
      "The kernel tree has no Rust metadata: its kernel was configured without CONFIG_RUST, or the headers package omits the metadata, as Debian's does.",
    remedy: `If its .config says CONFIG_RUST=y: ${lower(makeTree)} Otherwise only freestanding modules can be built for it: kernel-rust-module new NAME --flavour freestanding.`,
    known: 'recorded',
    source: 'The stock headers of 6.1, 6.12, 7.2 and 7.3: the message is the same with CONFIG_RUST and without.',
  },
  {
    id: 'rustc-configuration-missing',
    flavours: rustForLinux,
    pattern: 'failed to load argument file.*rustc_cfg',
    cause: 'The kernel tree was configured without Rust, or not at all: its include/generated/rustc_cfg is missing.',
    remedy: makeTree,
    known: 'recorded',
    source: '7.3 (the file removed).',
  },
  {
    id: 'core-missing',
    flavours: rustForLinux,
    pattern: 'can.t find crate for `(core|compiler_builtins)`',
    cause: 'The kernel tree lacks the compiled Rust of its kernel (rust/*.rmeta).',
    remedy: makeTree,
    misleading:
      "rustc's advice (rustup target add, cargo build -Zbuild-std) does not help: a kernel has its own core, compiled with the kernel's flags.",
    known: 'recorded',
    source: '7.3; https://github.com/Rust-for-Linux/linux/issues/1054',
  },
  {
    id: 'kernel-crate-missing',
    flavours: rustForLinux,
    pattern: 'can.t find crate for `(kernel|macros|pin_init|bindings|uapi|build_error|ffi|zerocopy)`',
    cause:
      'A file of the compiled Rust of the kernel tree (rust/*.rmeta, or the libraries rust/*.so that rustc itself loads) is missing, cut off, or for another machine.',
    remedy: `kernel-rust-module probe names the file. ${makeTree}`,
    misleading: 'What rustc says after it (cannot find macro, cannot find type) only follows from this.',
    known: 'recorded',
    source: '7.3: libkernel.rmeta, libuapi.rmeta or libmacros.so removed, cut off, or for arm64: one text for all.',
  },
  {
    id: 'metadata-damaged',
    flavours: rustForLinux,
    pattern: 'E0786.*found invalid metadata files for crate',
    cause:
      'A file of the compiled Rust of the kernel tree is damaged or cut off; the note "corrupt metadata" names it.',
    remedy: `Restore the file from where the tree came from, or make the tree again. ${makeTree}`,
    known: 'recorded',
    source: '7.3 (libkernel.rmeta cut off).',
  },
  {
    id: 'another-rustc',
    flavours: rustForLinux,
    pattern: 'E0514.*compiled by an incompatible version of rustc',
    cause:
      'This rustc is not the one that built the kernel: it must be the same build, not only the same version; the note "compiled by" names it.',
    remedy: 'Run kernel-rust-module configure, which looks for that rustc, or name it: make RUSTC=FILE.',
    misleading: "rustc's advice (recompile that crate, cargo clean) does not help: the crate belongs to the kernel.",
    known: 'recorded',
    source:
      '7.3 with the version text altered in the compiler, and in libkernel.rmeta; https://github.com/Rust-for-Linux/linux/issues/1082',
  },
  {
    id: 'options-of-another-rustc',
    flavours: both,
    pattern:
      'error: unknown (unstable|codegen) option: |error loading target specification: |data-layout for target .* differs from LLVM target',
    cause: {
      freestanding:
        'This rustc does not know an option that the build passes: it is older than 1.85, or newer than this module was made for.',
      'rust-for-linux':
        'The kernel tree was made for another rustc, older or newer, which has other options and describes targets in another way; or the option comes from KRUSTFLAGS.',
    },
    remedy: {
      freestanding:
        'Name another: make RUSTC=FILE RUST_LIB_SRC=DIR; kernel-rust-module probe lists those of this machine.',
      'rust-for-linux':
        'Run kernel-rust-module configure, which looks for the rustc that built the kernel (CONFIG_RUSTC_VERSION_TEXT in its .config), or name it: make RUSTC=FILE. Unset KRUSTFLAGS.',
    },
    known: 'recorded',
    source:
      'rustc 1.97.1 on the tree of 1.85.1 (7.3) and the other way round (7.2); the target specification with the former, its unknown options removed; 7.3 with KRUSTFLAGS=-Znonsense.',
  },
  {
    id: 'another-target',
    flavours: rustForLinux,
    pattern: 'E0461.*couldn.t find crate .* with expected target triple',
    cause:
      "The kernel tree's scripts/target.json is not the one that its Rust was compiled for: it was altered, or files of two builds are mixed.",
    remedy: `Restore the file of the same build, or make the tree again. ${makeTree}`,
    known: 'recorded',
    source: '7.3 (one feature of target.json altered); https://github.com/Rust-for-Linux/linux/issues/792',
  },
  {
    id: 'module-key-missing',
    flavours: rustForLinux,
    pattern: '[Mm]issing required key ',
    cause: 'module! lacks a key that it must have; the message names it.',
    remedy: 'Add that key: module! needs type, name and license, and each parameter needs default and description.',
    misleading: 'What rustc says of __LOG_PREFIX after it only follows from this.',
    known: 'recorded',
    source: '7.3 (license removed from module!; a parameter without default).',
  },
  {
    id: 'module-keys',
    flavours: rustForLinux,
    pattern: '[Uu]nknown key "[^"]*". Valid keys are|[Kk]eys are not ordered as expected',
    cause:
      "This kernel's module! has other keys, or another order of them, than the source: it was written for another release.",
    remedy: `Use the keys that the message lists. ${scaffoldAgain}`,
    misleading: 'What rustc says of __LOG_PREFIX after it only follows from this.',
    known: 'recorded',
    source:
      '7.2 and 7.3; up to 6.12 a panic of the macro, in a help line: https://github.com/Rust-for-Linux/linux/issues/1042, https://github.com/Rust-for-Linux/linux/pull/241',
  },
  {
    id: 'module-strings',
    flavours: rustForLinux,
    pattern: '[Ee]xpected (byte )?string( literal)?$',
    cause: `Since 6.2 module! needs plain strings, "text", and before that byte strings, b"text": the source was written for another release.`,
    remedy: `Write the strings in the form that this kernel needs. ${scaffoldAgain}`,
    misleading: 'What rustc says of __LOG_PREFIX after it only follows from this.',
    known: 'recorded',
    source: '7.3; expect_byte_string in rust/macros/helpers.rs of 6.1.',
  },
  {
    id: 'module-parameter-type',
    flavours: rustForLinux,
    pattern: '[Uu]nsupported parameter type',
    cause: "This kernel's module! has no parameters of that type: there are only integers.",
    remedy: 'Use i8 to i64, u8 to u64, isize or usize, with 0 and 1 for false and true.',
    misleading: 'What rustc says of __LOG_PREFIX after it only follows from this.',
    known: 'recorded',
    source: '7.3 (a parameter of type String).',
  },
  {
    id: 'module-missing',
    flavours: rustForLinux,
    mayFollow: true,
    pattern: 'cannot find value `(__LOG_PREFIX|THIS_MODULE)`',
    cause: 'The source has no module!, which declares the module and gives pr_info! and the like their prefix.',
    remedy:
      'Write module! { type: TYPE, name: "NAME", license: "GPL", } once, in the file that Kbuild compiles, with the type that implements kernel::Module.',
    known: 'recorded',
    source: '7.3 (module! removed).',
  },
  {
    id: 'module-twice',
    flavours: rustForLinux,
    pattern: '`(__LOG_PREFIX|__MOD)` is defined multiple times|`__LOG_PREFIX` redefined here',
    cause: 'The source has two module!, and a module has exactly one.',
    remedy: 'Remove one. A second module is a second file, with its own line obj-m += SECOND.o in Kbuild.',
    known: 'recorded',
    source: '7.3 (a second module! in one file).',
  },
  {
    id: 'module-trait',
    flavours: rustForLinux,
    pattern: 'the trait bound `[^`]*: (kernel::)?(InPlace)?Module` is not satisfied',
    cause: 'The type that module! names does not implement kernel::Module.',
    remedy: 'Write impl kernel::Module for TYPE with its function init, or name another type in module!.',
    known: 'recorded',
    source: '7.3 (the implementation removed).',
  },
  {
    id: 'vector-api',
    flavours: rustForLinux,
    pattern:
      'no method named `try_push`|argument #2 of type `.*Flags` is missing|pub struct Vec<T, A: Allocator>|could not find `vec_ext`',
    cause:
      'Allocating needs flags in this kernel: push(x, GFP_KERNEL) and KBox::new(x, GFP_KERNEL) since 6.10, KVec and KBox instead of Vec and Box since 6.12.19; up to 6.9 it was try_push(x).',
    remedy: `Write it with GFP_KERNEL and a ? for the case that there is no memory: v.push(x, GFP_KERNEL)?. ${scaffoldAgain}`,
    known: 'recorded',
    source: '7.2 and 7.3.',
  },
  {
    id: 'kernel-api',
    flavours: rustForLinux,
    mayFollow: true,
    pattern:
      'unresolved imports? `kernel::|declaration in trait `kernel::|cannot find (function|value|type|struct|trait)[^`]*`[^`]*` in (crate|module) `(kernel|bindings)',
    cause:
      'The kernel crate of this kernel does not have this item, or has it in another form: its interface changes with every release.',
    remedy: `Look it up in the sources of exactly this release (rust/kernel). ${scaffoldAgain}`,
    known: 'recorded',
    source: '7.3 (E0432, E0050, E0425).',
  },
  {
    id: 'unstable-feature',
    flavours: rustForLinux,
    pattern: 'E0725.*is not in the list of allowed features',
    cause: 'The kernel allows Rust code only the few unstable features that it uses itself (-Zallow-features).',
    remedy: 'Remove the #![feature] line and do without that feature.',
    known: 'recorded',
    source: '7.3.',
  },
  {
    id: 'crate-name',
    flavours: rustForLinux,
    pattern: 'invalid character .* in crate name',
    cause:
      'Kernels up to 6.12, and perhaps later ones, name the crate after its file, and a crate name cannot contain a hyphen.',
    remedy: 'Rename the .rs file, and its .o in Kbuild, with an underscore instead of the hyphen.',
    known: 'recorded',
    source: '6.12; 7.2 and 7.3 accept the hyphen.',
  },
  {
    id: 'build-assert',
    flavours: rustForLinux,
    pattern: 'rust_build_error.* undefined|undefined .*rust_build_error',
    cause:
      'A build_assert! or build_error! of the source, or of a function of the kernel crate that it calls, could not be shown to hold when the module was compiled.',
    remedy:
      'Pass constants to that function, or mark the caller #[inline(always)], so that the compiler sees the value; for a value known only at run time use the fallible form (try_read32 instead of read32) or return an error.',
    known: 'recorded',
    source: '7.3 (build_assert! on an argument); rust/kernel/build_assert.rs.',
  },
  {
    id: 'bindgen-options',
    flavours: rustForLinux,
    pattern: "(Found argument|unexpected argument) '?--(blacklist|whitelist|size_t-is-usize|opaque|use-core)[-a-z]*",
    cause:
      "bindgen no longer has an option that this kernel's build passes: it is newer than the kernel's build expects.",
    remedy:
      'Install the bindgen version that the kernel names (scripts/min-tool-version.sh bindgen in its source) and build with make BINDGEN=FILE.',
    known: 'reported',
    source: 'https://github.com/AsahiLinux/linux/pull/109',
  },
];

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
