import type { Flavour } from '../assessment.ts';

/** A known failure of a build or of loading: what its words mean. */
export interface KnownFailure {
  /** Stable. */
  id: string;
  /** Where it is met. */
  flavours: readonly Flavour[];
  /** An extended regular expression that means the same to JavaScript and to `grep -E`; looked for line by line. */
  pattern: string;
  /** One sentence. */
  cause: string;
  /** One sentence or two, with the command where there is one. */
  remedy: string;
  /** What the tools themselves say next to it that leads the wrong way, one sentence; null where they do not. */
  misleading: string | null;
  /** How it is known: where it was met or read. "Measured" says that the failure was brought about on Debian's own packages. */
  source: string;
}

const both = ['freestanding', 'rust-for-linux'] as const;
const own = ['rust-for-linux'] as const;

const scaffoldAgain =
  'Scaffold it for this kernel in an empty folder (kernel-rust-module new NAME --kdir KDIR) and take over what differs.';
const makeTree =
  'Make such a tree with kernel-rust-module kdir, then choose it with kernel-rust-module configure; kernel-rust-module probe says what else there is.';

/** The most telling first: where one brings about the next, it stands before it. Rows do not overlap. */
export const knownFailures: readonly KnownFailure[] = [
  {
    id: 'rustc-missing',
    flavours: own,
    pattern: 'rustc[-.0-9a-z]*: ((command )?not found|No such file or directory)',
    cause: 'There is no rustc of that name on PATH, which is shorter under sudo and DKMS.',
    remedy:
      'Install it with kernel-rust-module setup, or name it: make RUSTC=FILE. For the kernel that was chosen it has to be the rustc that built it.',
    misleading: null,
    source: 'Measured on 7.3 (RUSTC=rustc-none; exit status 127).',
  },
  {
    id: 'tool-missing',
    flavours: both,
    pattern:
      '(gcc|clang|ld|ld[.]lld|pahole|objcopy|strip|nm|llvm-[a-z]+)(-[0-9.]+)?: ((command )?not found|No such file or directory)|check-local-export: llvm-nm failed',
    cause: 'A tool that the build calls is not installed, or is not on PATH by that name.',
    remedy:
      'Run kernel-rust-module setup, which installs what this kernel takes; for another architecture with --arch ARCH.',
    misleading: null,
    source: 'Measured on 7.3 (gcc, ld and pahole removed), and on 6.1 with LLVM=1 and no LLVM (llvm-nm failed).',
  },
  {
    id: 'clang-for-gcc-kernel',
    flavours: both,
    pattern: 'clang[-.0-9]*: error: (unknown argument|unsupported (option|argument))',
    cause: 'The kernel was built by GCC, and LLVM=1 hands the options of GCC to Clang.',
    remedy: 'Build without LLVM: unset LLVM, and remove it from config.mk and from the command line.',
    misleading: null,
    source: 'Measured on 7.2 and 7.3; https://github.com/rust-lang/rust/issues/134928',
  },
  {
    id: 'gcc-for-other-kernel',
    flavours: both,
    pattern: 'gcc[-.0-9]*: error: unrecognized (command-line option|argument)',
    cause:
      'The kernel was built by Clang or by a newer GCC, or for another architecture, and this gcc does not know their options.',
    remedy:
      'Build with the compiler that the warning above names ("The kernel was built by"): make LLVM=1 for Clang, make CC=gcc-N for another GCC; for a kernel tree of another architecture give its compiler and its name: make ARCH=arm64 CROSS_COMPILE=aarch64-linux-gnu-.',
    misleading: null,
    source: 'https://github.com/mkubecek/vmware-host-modules/issues/307, https://github.com/freemed/tty0tty/issues/59',
  },
  {
    id: 'llvm-versions',
    flavours: own,
    pattern: 'llvm-link(-[0-9.]+)?: .*(Unknown attribute kind|Invalid record|Unknown bitcode|Producer: .LLVM)',
    cause:
      'This kernel joins its C helpers with Rust (CONFIG_RUST_INLINE_HELPERS), and the LLVM of clang and that of rustc differ.',
    remedy:
      'Install clang and llvm of the major version that rustc -vV names (LLVM version), and make LLVM=-N with it.',
    misleading: null,
    source: 'Measured on a 7.3 tree prepared by Clang, with LLVM 17 for a rustc of LLVM 19.',
  },
  {
    id: 'no-rust-metadata',
    flavours: own,
    pattern: 'target file "[^"]*target[.]json" does not exist',
    cause:
      "The kernel tree holds no Rust metadata: its kernel was configured without CONFIG_RUST, or the headers' package leaves the metadata out, as Debian's do.",
    remedy: `Where its .config says CONFIG_RUST=y: ${lower(makeTree)} Otherwise only the freestanding flavour will do: kernel-rust-module new NAME --flavour freestanding.`,
    misleading: null,
    source:
      'Measured on the stock headers of 6.1, 6.12, 7.2 and 7.3: the message is the same with CONFIG_RUST and without.',
  },
  {
    id: 'rustc-configuration-missing',
    flavours: own,
    pattern: 'failed to load argument file.*rustc_cfg',
    cause: 'The kernel tree was configured without Rust, or not at all: its include/generated/rustc_cfg is missing.',
    remedy: makeTree,
    misleading: null,
    source: 'Measured on 7.3 (the file removed).',
  },
  {
    id: 'core-missing',
    flavours: own,
    pattern: 'can.t find crate for `(core|compiler_builtins)`',
    cause: 'The kernel tree lacks the compiled Rust of its kernel (rust/*.rmeta).',
    remedy: makeTree,
    misleading:
      "rustc's advice (rustup target add, cargo build -Zbuild-std) does not help: a kernel has a core of its own, compiled with the kernel's flags.",
    source: 'Measured on 7.3; https://github.com/Rust-for-Linux/linux/issues/1054',
  },
  {
    id: 'kernel-crate-missing',
    flavours: own,
    pattern: 'can.t find crate for `(kernel|macros|pin_init|bindings|uapi|build_error|ffi|zerocopy)`',
    cause:
      'Of the compiled Rust of the kernel tree (rust/*.rmeta, and the libraries rust/*.so that rustc itself loads) a file is missing, cut off, or for another machine.',
    remedy: `kernel-rust-module probe names the file. ${makeTree}`,
    misleading: 'What rustc says after it (cannot find macro, cannot find type) only follows from this.',
    source:
      'Measured on 7.3: libkernel.rmeta, libuapi.rmeta or libmacros.so removed, cut off, or for arm64: one text for all.',
  },
  {
    id: 'metadata-damaged',
    flavours: own,
    pattern: 'E0786.*found invalid metadata files for crate',
    cause:
      'A file of the compiled Rust of the kernel tree is damaged or cut off; the note "corrupt metadata" names it.',
    remedy: `Restore it from where the tree came from, or make the tree again: ${lower(makeTree)}`,
    misleading: null,
    source: 'Measured on 7.3 (libkernel.rmeta cut off).',
  },
  {
    id: 'another-rustc',
    flavours: own,
    pattern: 'E0514.*compiled by an incompatible version of rustc',
    cause:
      'This rustc is not the one that built the kernel: it must be the same build, not only the same number, and the note "compiled by" names it.',
    remedy: 'Run kernel-rust-module configure, which looks for that rustc, or name it: make RUSTC=FILE.',
    misleading: "rustc's advice (recompile that crate, cargo clean) does not help: the crate is the kernel's.",
    source:
      'Measured on 7.3 with the text of the version altered in the compiler, and in libkernel.rmeta; https://github.com/Rust-for-Linux/linux/issues/1082',
  },
  {
    id: 'options-of-another-rustc',
    flavours: own,
    pattern:
      'error: unknown (unstable|codegen) option: |error loading target specification: |data-layout for target .* differs from LLVM target',
    cause:
      'The kernel tree was made for another rustc, older or newer, which has other options and describes targets otherwise.',
    remedy:
      'Run kernel-rust-module configure, which looks for the rustc that built the kernel (CONFIG_RUSTC_VERSION_TEXT in its .config), or name it: make RUSTC=FILE.',
    misleading: null,
    source:
      'Measured: rustc 1.97.1 on the tree of 1.85.1 (7.3) and the other way round (7.2); the target specification with the former, its unknown options taken out.',
  },
  {
    id: 'another-target',
    flavours: own,
    pattern: 'E0461.*couldn.t find crate .* with expected target triple',
    cause:
      "The kernel tree's scripts/target.json is not the one that its Rust was compiled for: it was altered, or files of two builds are mixed.",
    remedy: `Restore the file of that very build, or make the tree again: ${lower(makeTree)}`,
    misleading: null,
    source: 'Measured on 7.3 (one feature of target.json altered); https://github.com/Rust-for-Linux/linux/issues/792',
  },
  {
    id: 'no-such-crate',
    flavours: both,
    pattern:
      'can.t find crate for `(std|alloc)`|you might be missing a crate named|use of (undeclared crate or module|unresolved module or unlinked crate) `|cannot find module or crate `',
    cause:
      'The source names a crate or module that is not there: in a kernel module there is no std, and there are no crates of a registry.',
    remedy:
      'Use core and what the crate kernel offers (KVec or Vec, KBox or Box, Arc, Mutex), or declare the module that is meant.',
    misleading: "rustc's advice (cargo build -Zbuild-std) does not help.",
    source:
      'Measured: std, alloc and a crate of a registry on 7.3 with rustc 1.85.1, and on 6.1 with 1.96.0 (freestanding).',
  },
  {
    id: 'module-keys',
    flavours: own,
    pattern: '[Uu]nknown key "[^"]*". Valid keys are|[Kk]eys are not ordered as expected',
    cause:
      "This kernel's module! takes other keys, or another order of them, than the source has: it was written for another release.",
    remedy: `Go by the list in the message. ${scaffoldAgain}`,
    misleading: 'What rustc says of __LOG_PREFIX after it only follows from this.',
    source:
      'Measured on 7.2 and 7.3; up to 6.12 a panic of the macro, in a help line: https://github.com/Rust-for-Linux/linux/issues/1042, https://github.com/Rust-for-Linux/linux/pull/241',
  },
  {
    id: 'module-strings',
    flavours: own,
    pattern: '[Ee]xpected (byte )?string( literal)?$',
    cause: `module! takes plain strings, "text", since 6.2, and byte strings, b"text", before: the source was written for another release.`,
    remedy: `Write them as this kernel wants them. ${scaffoldAgain}`,
    misleading: 'What rustc says of __LOG_PREFIX after it only follows from this.',
    source: 'Measured on 7.3; expect_byte_string in rust/macros/helpers.rs of 6.1.',
  },
  {
    id: 'vector-api',
    flavours: own,
    pattern:
      'no method named `try_push`|argument #2 of type `.*Flags` is missing|pub struct Vec<T, A: Allocator>|could not find `vec_ext`',
    cause:
      'The source adds to vectors as another release does: try_push(x) up to 6.9, push(x, GFP_KERNEL) since 6.10, and KVec in place of Vec since 6.12.19.',
    remedy: `Write it as this kernel has it. ${scaffoldAgain}`,
    misleading: null,
    source: 'Measured on 7.2 and 7.3.',
  },
  {
    id: 'kernel-api',
    flavours: own,
    pattern: 'unresolved import `kernel::|declaration in trait `kernel::',
    cause:
      'The kernel crate of this kernel has no such item, or has it in another shape: its interface changes with every release.',
    remedy: `Look it up in the sources of this very release (rust/kernel). ${scaffoldAgain}`,
    misleading: null,
    source: 'Measured on 7.3 (E0432, E0050).',
  },
  {
    id: 'unstable-feature',
    flavours: own,
    pattern: 'E0725.*is not in the list of allowed features',
    cause: 'The kernel allows Rust code only the few unstable features that it uses itself (-Zallow-features).',
    remedy: 'Remove the #![feature] line and do without that feature.',
    misleading: null,
    source: 'Measured on 7.3.',
  },
  {
    id: 'crate-name',
    flavours: own,
    pattern: 'invalid character .* in crate name',
    cause:
      'Kernels up to 6.12, and perhaps later ones, name the crate after its file, and a crate name holds no hyphen.',
    remedy: 'Rename the .rs file, and its .o in Kbuild, with an underscore in place of the hyphen.',
    misleading: null,
    source: 'Measured on 6.12; 7.2 and 7.3 take the hyphen.',
  },
  {
    id: 'no-source',
    flavours: both,
    pattern: 'No rule to make target .*[.]o.*, needed by',
    cause:
      'Kbuild names an object for which there is no source (NAME.rs or NAME.c for NAME.o), or this kernel is older than 6.1, which compiles no Rust.',
    remedy:
      'Compare the names in the file Kbuild with the sources; for an older kernel scaffold the freestanding flavour.',
    misleading: null,
    source: 'Measured on 7.3 (the source renamed).',
  },
  {
    id: 'composite-name',
    flavours: both,
    pattern: 'Circular .*[.]o <- .*[.]o dependency dropped|ld(|[.]lld|[.]bfd): (error: )?cannot (open|find) [^ ]*[.]o',
    cause: 'A module of several objects has the name of one of them, so that Kbuild makes the one out of itself.',
    remedy: 'Rename that source: in Kbuild, NAME-y := NAME_main.o NAME_c.o.',
    misleading: 'What modpost says after it (missing MODULE_LICENSE) only follows from this.',
    source: 'Measured on 7.3 with GNU ld; met on 7.2 with ld.lld.',
  },
  {
    id: 'two-modules',
    flavours: both,
    pattern: '(multiple definition of|duplicate symbol:) .?(init_module|cleanup_module)',
    cause:
      'Two sources of one module both declare it: module! in Rust and module_init in C, or module! in two Rust sources.',
    remedy: 'Keep it in one of them, and let that one call functions of the other.',
    misleading: null,
    source: 'Measured on 7.3 with GNU ld; met on 7.2 with ld.lld.',
  },
  {
    id: 'two-panic-handlers',
    flavours: both,
    pattern: 'duplicate lang item .*panic_impl|E0152.*panic_impl',
    cause: 'The source has a panic handler, and the crate kernel has one already.',
    remedy: 'Remove the function with #[panic_handler].',
    misleading: null,
    source: 'Measured on 6.1 (freestanding).',
  },
  {
    id: 'rust-symbols-undefined',
    flavours: own,
    pattern: 'Module[.]symvers is missing|modpost: .*_R[NMXY][A-Za-z0-9_]*.* undefined!',
    cause:
      "modpost does not find the kernel's Rust functions: the kernel tree has no Module.symvers, or that of another build of the kernel.",
    remedy: `Take Module.symvers from the headers of this very kernel. ${makeTree}`,
    misleading: 'KBUILD_MODPOST_WARN=1, which the message offers, gives a module that will not load.',
    source: 'Measured on 7.3 (Module.symvers removed).',
  },
  {
    id: 'gpl-only',
    flavours: both,
    pattern: 'GPL-incompatible module .*uses GPL-only symbol',
    cause:
      "The module's licence is not compatible with the GPL, and every Rust function of the kernel is for such modules alone.",
    remedy:
      'Give it a licence that is: "GPL", "Dual MIT/GPL", "Dual BSD/GPL" or "Dual MPL/GPL" in module! or MODULE_LICENSE.',
    misleading: null,
    source: 'Measured on 7.3; include/linux/module.h.',
  },
  {
    id: 'floating-point',
    flavours: both,
    pattern:
      'modpost: (.|.* symbol .)(__((add|sub|mul|div)[hsdtk]f3|float[a-z]+|fix[a-z]+|(eq|ne|lt|le|gt|ge|unord)[hsdtk]f2|(extend|trunc)[hsdtk]f[hsdtk]f2|aeabi_([df][a-z0-9]+|u?[il]2[df])|gnu_[fh]2[fh]_ieee)|f(mod|max|min|maximum_num|minimum_num)(f|l|f128)?)[^a-z_].* undefined!',
    cause:
      'The module calculates with floating point numbers, for which a kernel has no functions: it may not touch those registers.',
    remedy: 'Calculate with integers, in fixed point where fractions are needed.',
    misleading: null,
    source:
      'Measured on 6.1, 6.12 and 7.2 (freestanding, nine architectures: armv7 has names of its own) and 7.3; every operation of f16, f32, f64 and f128 compiled for each of their targets.',
  },
  {
    id: 'wide-division',
    flavours: both,
    pattern:
      'modpost: .*(__u?(div|mod|divmod)[dt]i[34]|__aeabi_u?ldivmod|__(ashl|ashr|lshr)ti3|__muloti4).* undefined!',
    cause:
      'The module calculates with integers that are wider than the processor takes at once: it divides i128, or i64 on a 32-bit machine; on some machines it may not shift or multiply i128 either.',
    remedy:
      "Calculate with narrower ones, or call the kernel's own function for it (div64_u64, mul_u64_u64_div_u64) through C.",
    misleading: null,
    source:
      'Measured on 6.1 (freestanding) and 7.3: __udivti3; armv7: __aeabi_uldivmod; s390x: __ashlti3; riscv64 with rustc 1.85.1: __muloti4. On 32-bit machines rustc divides i128 without calling anything.',
  },
  {
    id: 'another-release',
    flavours: both,
    pattern: 'version magic .* should be',
    cause:
      'The module was built for another release, or another configuration, than the kernel that it was to be loaded into.',
    remedy:
      'Build it for that kernel: make clean, then make KDIR=DIR with its tree, or run kernel-rust-module configure.',
    misleading: null,
    source: 'Measured: a module for 7.3 in the kernel 7.2.',
  },
  {
    id: 'another-configuration',
    flavours: both,
    pattern: 'gnu[.]linkonce[.]this_module section size must match',
    cause: 'The kernel tree was configured otherwise than the kernel that the module was to be loaded into.',
    remedy: 'Build it against a tree of that very kernel: its headers, or what kernel-rust-module kdir makes for it.',
    misleading: null,
    source: 'Measured on 7.3, with that section of a module made longer; kernel/module/main.c.',
  },
  {
    id: 'unknown-symbol',
    flavours: both,
    pattern: 'Unknown symbol [^ ]+ [(]err -?[0-9]+[)]',
    cause:
      'The kernel that the module was to be loaded into has no such function, or keeps it in a module that is not loaded.',
    remedy:
      'Build without KBUILD_MODPOST_WARN against a tree of that very kernel, and load first the modules that modinfo -F depends names.',
    misleading: null,
    source: 'Measured on 7.3: a function that nobody has, let through by KBUILD_MODPOST_WARN=1.',
  },
  {
    id: 'offset-table',
    flavours: ['freestanding'],
    pattern: 'Unknown rela relocation: (9|41|42)$',
    cause: 'An object of the module reads addresses from a global offset table, which a kernel does not have.',
    remedy: 'Find it with make check, and compile it with the flags that the rest of the module is compiled with.',
    misleading: null,
    source: 'Met on 6.1 with a core that was compiled without -Crelocation-model=static; arch/x86/kernel/module.c.',
  },
];

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
