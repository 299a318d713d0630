import { both, type KnownFailure, rustForLinux } from './failure.ts';

/** The kernel tree, the names in the file Kbuild, the linker and modpost. */
export const kbuildFailures: readonly KnownFailure[] = [
  {
    id: 'kernel-not-configured',
    flavours: both,
    pattern: 'Kernel configuration is invalid|auto[.]conf are missing|Configuration file "[.]config" not found',
    cause:
      'The kernel tree is not prepared for building modules: the files that are made from its configuration are missing.',
    remedy:
      'Build for the headers package of the kernel: make KDIR=DIR, or install it with kernel-rust-module setup. In a source tree of your own: make olddefconfig && make modules_prepare.',
    misleading:
      "make oldconfig && make prepare, as the message says, does not work in a distribution's headers package: reinstall that package instead.",
    known: 'reported',
    source: 'https://github.com/dkms-project/dkms/issues/222',
  },
  {
    id: 'modpost-wrote-nothing',
    flavours: both,
    pattern: 'No rule to make target .*[.]mod[.][co].*, needed by',
    cause:
      "The kernel tree's scripts/mod/modpost ran and wrote no NAME.mod.c for the module: it is empty, or another program is in its place.",
    remedy:
      'Reinstall the headers package of the kernel. In a source tree of your own: rm scripts/mod/modpost && make modules_prepare.',
    known: 'recorded',
    source: '6.1 (modpost emptied).',
  },
  {
    id: 'no-source',
    flavours: both,
    pattern: 'No rule to make target .*[.]o.*, needed by',
    cause: {
      freestanding:
        'Kbuild names an object for which there is no source (NAME.c for NAME.o): a file was renamed, or the name is misspelt.',
      'rust-for-linux':
        'Kbuild names an object for which there is no source (NAME.rs or NAME.c for NAME.o), or this kernel is older than 6.1, which compiles no Rust.',
    },
    remedy: {
      freestanding: 'Compare the names in the file Kbuild with the sources.',
      'rust-for-linux':
        'Compare the names in the file Kbuild with the sources; for a kernel older than 6.1 scaffold a freestanding module.',
    },
    known: 'recorded',
    source: '7.3 and 6.1 (the source renamed).',
  },
  {
    id: 'composite-name',
    flavours: both,
    pattern:
      'Circular .*[.]o <- .*[.]o dependency dropped|input file .* is the same as output file|ld(|[.]lld|[.]bfd): (error: )?cannot (open|find) [^ ]*[.]o',
    cause: 'A module of several objects has the same name as one of them, so Kbuild builds the object out of itself.',
    remedy: 'Rename that source: in Kbuild, NAME-y := NAME_main.o NAME_c.o.',
    misleading: 'What modpost says after it (missing MODULE_LICENSE) only follows from this.',
    known: 'recorded',
    source: '6.1 and 7.3 with GNU ld; 7.2 with ld.lld.',
  },
  {
    id: 'two-modules',
    flavours: both,
    pattern: '(multiple definition of|duplicate symbol:) .?(init_module|cleanup_module)',
    cause: {
      freestanding:
        'Two sources of one module declare its entry: kernel/shim.c does, on behalf of module! in src/lib.rs, and another C file has module_init as well.',
      'rust-for-linux':
        'Two sources of one module both declare it: module! in Rust and module_init in C, or module! in two Rust sources.',
    },
    remedy: 'Keep it in one of them, and let that one call functions of the other.',
    known: 'recorded',
    source: '6.1 and 7.3 with GNU ld; 7.2 with ld.lld.',
  },
  {
    id: 'rust-symbols-undefined',
    flavours: rustForLinux,
    pattern: 'Module[.]symvers is missing|modpost: .*_R[NMXY][A-Za-z0-9_]*.* undefined!',
    cause:
      "modpost does not find the kernel's Rust functions: the kernel tree has no Module.symvers, or that of another build of the kernel.",
    remedy:
      'Take Module.symvers from the headers of exactly this kernel, or make a tree with kernel-rust-module kdir and choose it with kernel-rust-module configure.',
    misleading: 'KBUILD_MODPOST_WARN=1, which the message offers, gives a module that does not load.',
    known: 'recorded',
    source: '7.3 (Module.symvers removed).',
  },
  {
    id: 'makefile-separator',
    flavours: both,
    pattern: '[*][*][*] missing (separator|.endif.)',
    cause:
      'A Makefile is malformed where the message says: a command not indented with a tab, a line that is no assignment, or ifdef without endif.',
    remedy:
      'Go to that line of that file. Commands begin with one tab, not with spaces (some editors replace it); every ifdef, ifeq and define needs its end.',
    known: 'recorded',
    source: '6.1 (both, in Kbuild).',
  },
  {
    id: 'tree-without-preparation',
    flavours: both,
    pattern:
      "No rule to make target '[^']*(module[.]lds|modules[.]order|autoconf[.]h|bounds[.]h|asm-offsets[.]h)'|No rule to make target 'modules'|Makefile[.](build|modpost|modfinal|compiler|lib): No such file|Kbuild[.]include: No such file",
    cause: 'Files that prepare a kernel tree for building modules are missing in it: it is incomplete, or was cleaned.',
    remedy:
      'Reinstall the headers package (Debian: apt-get install --reinstall linux-headers-RELEASE and the linux-kbuild and -common packages it depends on); in a source tree of your own: make modules_prepare.',
    known: 'reported',
    source:
      'https://github.com/mkubecek/vmware-host-modules/issues/88, https://github.com/hannesmann/gcadapter-oc-kmod/issues/28',
  },
  {
    id: 'modpost-without-licence',
    flavours: both,
    mayFollow: true,
    pattern: 'missing MODULE_LICENSE[(][)]',
    cause: {
      freestanding:
        'A module has no MODULE_LICENSE: src/module.c says it, and every further module of Kbuild needs its own.',
      'rust-for-linux':
        'A module has no license: module! says it in Rust and MODULE_LICENSE in C. A file NAME.c beside NAME.rs is compiled instead of it.',
    },
    remedy: {
      freestanding: 'Write MODULE_LICENSE("GPL"); in one C file of the module that the message names.',
      'rust-for-linux':
        'Write license: "GPL" in module!, or MODULE_LICENSE("GPL"); in a C module; rename a C file that has the name of the Rust file, here and in Kbuild.',
    },
    known: 'recorded',
    source: '6.1 (removed; a second module in C) and 7.3 (hello.c beside hello.rs).',
  },
  {
    id: 'namespace',
    flavours: both,
    pattern: 'modpost: .* uses symbol .* from namespace .*, but does not import it',
    cause: 'The kernel exports this function only to modules that name its namespace; the message says which.',
    remedy: {
      freestanding: 'Write MODULE_IMPORT_NS("NAMESPACE"); in src/module.c (up to 6.12 without the quotes).',
      'rust-for-linux':
        'Write imports_ns: ["NAMESPACE"] in module! (since 6.18), or MODULE_IMPORT_NS("NAMESPACE"); in a C file of the module.',
    },
    known: 'recorded',
    source: '6.1 (dma_buf_get); https://github.com/morrownr/8814au/issues/147',
  },
  {
    id: 'exported-twice',
    flavours: both,
    pattern: 'exported twice[.] Previous export was in',
    cause: 'The module exports a symbol that the kernel, or another module, exports already.',
    remedy: 'Rename it, for example with the name of the module in front, or remove its EXPORT_SYMBOL.',
    known: 'recorded',
    source: '6.1 (kmalloc_caches).',
  },
  {
    id: 'compiler-probe-failed',
    flavours: both,
    pattern: 'modpost: .*[^a-z_]_?mcount[^a-z_].* undefined!',
    cause:
      'Kbuild asked the compiler for an option (-mfentry), the test failed for a reason of its own, such as a full disk or another compiler, and the objects were built without it.',
    remedy: 'Run make clean, then make; if it stays so, build with the compiler that built the kernel: make CC=gcc-N.',
    known: 'recorded',
    source: '6.1 (met once, on a machine under heavy load).',
  },
  {
    id: 'gpl-only',
    flavours: both,
    pattern: 'GPL-incompatible module .*uses GPL-only symbol',
    cause: {
      freestanding:
        "The module's license is not compatible with the GPL, and it uses functions that the kernel exports only to modules whose license is.",
      'rust-for-linux':
        "The module's license is not compatible with the GPL, and the kernel exports every Rust function only to modules whose license is.",
    },
    remedy: {
      freestanding:
        'Give it a license that is, in MODULE_LICENSE of src/module.c: "GPL", "Dual MIT/GPL", "Dual BSD/GPL" or "Dual MPL/GPL".',
      'rust-for-linux':
        'Give it a license that is, in module!: "GPL", "Dual MIT/GPL", "Dual BSD/GPL" or "Dual MPL/GPL".',
    },
    known: 'recorded',
    source: '7.3; include/linux/module.h.',
  },
  {
    id: 'floating-point',
    flavours: both,
    pattern:
      'modpost: (.|.* symbol .)(__((add|sub|mul|div)[hsdtk]f3|float[a-z]+|fix[a-z]+|(eq|ne|lt|le|gt|ge|unord)[hsdtk]f2|(extend|trunc)[hsdtk]f[hsdtk]f2|aeabi_([df][a-z0-9]+|u?[il]2[df])|gnu_[fh]2[fh]_ieee)|f(mod|max|min|maximum_num|minimum_num)(f|l|f128)?)[^a-z_].* undefined!',
    cause:
      'The module calculates with floating-point numbers, and the kernel has no functions for that: kernel code must not use the floating-point registers.',
    remedy: 'Calculate with integers, in fixed point if fractions are needed.',
    known: 'recorded',
    source:
      '6.1, 6.12 and 7.2 (freestanding, nine architectures: armv7 has other names) and 7.3; every operation of f16, f32, f64 and f128 compiled for each of their targets.',
  },
  {
    id: 'wide-division',
    flavours: both,
    pattern:
      'modpost: .*(__u?(div|mod|divmod)[dt]i[34]|__aeabi_u?ldivmod|__(ashl|ashr|lshr)ti3|__muloti4).* undefined!',
    cause:
      'The module calculates with integers that are wider than a register: it divides i128, or i64 on a 32-bit machine; on some machines shifting or multiplying i128 is not possible either.',
    remedy:
      "Calculate with narrower integers, or call the kernel's own function for it (div64_u64, mul_u64_u64_div_u64) through C.",
    known: 'recorded',
    source:
      '6.1 (freestanding) and 7.3: __udivti3; armv7: __aeabi_uldivmod; s390x: __ashlti3; riscv64 with rustc 1.85.1: __muloti4. On 32-bit machines rustc divides i128 without calling anything.',
  },
  {
    id: 'symbol-undefined',
    flavours: both,
    mayFollow: true,
    pattern: 'modpost: .* undefined!',
    cause:
      "The module calls a function that neither it nor this kernel's list of exported symbols (Module.symvers) has: it is misspelt, not exported to modules, a macro or inline function, or of another module.",
    remedy:
      'Look for it: grep -w NAME KDIR/Module.symvers. If it is a macro or inline, call it from a C file of the module; if another module of yours exports it, build with make KBUILD_EXTRA_SYMBOLS=/path/of/that/Module.symvers.',
    misleading: 'KBUILD_MODPOST_WARN=1, which some advise, gives a module that does not load.',
    known: 'recorded',
    source: '6.1 and 7.3 (a function that does not exist; kallsyms_lookup_name, which is not exported since 5.7).',
  },
];
