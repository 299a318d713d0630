import { both, freestanding, type KnownFailure, rustForLinux } from './failure.ts';

/** Compilers and the other programs that a build calls, and the kernel tree's own. */
export const toolFailures: readonly KnownFailure[] = [
  {
    id: 'rustc-missing',
    flavours: rustForLinux,
    pattern: 'rustc[-.0-9a-z]*: ((command )?not found|No such file or directory)',
    cause: 'There is no rustc of that name on PATH, which is shorter under sudo and DKMS.',
    remedy:
      'Install it with kernel-rust-module setup, or name it: make RUSTC=FILE. For the chosen kernel it must be the rustc that built it.',
    known: 'recorded',
    source: '7.3 (RUSTC=rustc-none; exit status 127).',
  },
  {
    id: 'tool-missing',
    flavours: both,
    pattern:
      '(^|[^a-z])(gcc|clang|ld|ld[.]lld|pahole|objcopy|strip|nm|llvm-[a-z]+|flex|bison|bc|bindgen)(-[0-9.]+)?: ((command )?not found|No such file or directory)|check-local-export: llvm-nm failed',
    cause: 'A tool that the build calls is not installed, or is not on PATH by that name.',
    remedy:
      'Run kernel-rust-module setup, which installs what this kernel needs; for another architecture with --arch ARCH.',
    known: 'recorded',
    source: '7.3 (gcc, ld and pahole removed), and 6.1 with LLVM=1 and no LLVM (llvm-nm failed).',
  },
  {
    id: 'clang-for-gcc-kernel',
    flavours: both,
    pattern: 'clang[-.0-9]*: error: (unknown argument|unsupported (option|argument))',
    cause:
      'The kernel was built by GCC, and LLVM=1 passes the options of GCC to Clang; or the option comes from KCFLAGS.',
    remedy:
      'Build without LLVM: unset LLVM, and remove it from config.mk and from the command line. If the kernel was built by Clang, unset KCFLAGS.',
    known: 'recorded',
    source: '7.2 and 7.3; https://github.com/rust-lang/rust/issues/134928',
  },
  {
    id: 'gcc-for-other-kernel',
    flavours: both,
    pattern: 'gcc[-.0-9]*: error: unrecognized (command-line option|argument)',
    cause:
      'This gcc does not know options that the build passes: the kernel was built by Clang, by a newer GCC or for another architecture, or the options come from KCFLAGS, KCPPFLAGS or CFLAGS_MODULE.',
    remedy:
      'Build with the compiler that the warning above names ("The kernel was built by"): make LLVM=1 for Clang, make CC=gcc-N for another GCC; for a kernel tree of another architecture name its compiler and architecture: make ARCH=arm64 CROSS_COMPILE=aarch64-linux-gnu-. If there is no such warning, unset those variables.',
    known: 'recorded',
    source:
      'https://github.com/mkubecek/vmware-host-modules/issues/307, https://github.com/freemed/tty0tty/issues/59; 6.1 with KCFLAGS=-fnonsense.',
  },
  {
    id: 'linker-of-gcc-for-clang',
    flavours: both,
    pattern: 'ld: unrecognised emulation mode: llvm',
    cause:
      'The kernel was built by Clang and linked by LLD, and the build calls GNU ld with the options of LLD (-mllvm).',
    remedy:
      'Build with all of LLVM: install lld and llvm of the version of clang, and run make LLVM=1 (or LLVM=-N for the version N).',
    known: 'recorded',
    source: '6.1, with the option that a kernel built by Clang with link-time optimization passes to its linker.',
  },
  {
    id: 'linker-option',
    flavours: both,
    pattern:
      'ld(|[.][a-z]+)(-[0-9.]+)?: (unrecognized option|Error: unable to disambiguate|-[a-z]+ may not be used)|ld[.]lld[-.0-9]*: error: unknown argument',
    cause:
      'The linker does not know an option that the build passes: it is of another kind or older than the one that linked the kernel, or the option comes from LDFLAGS_MODULE.',
    remedy:
      'Take the option out of LDFLAGS_MODULE on the command line of make. If it is not there, build with the linker that linked the kernel (grep CONFIG_LD_IS in the .config of the kernel tree): make LLVM=1 for LLD.',
    known: 'recorded',
    source: '6.1 (LDFLAGS_MODULE=--nonsense, and -fnonsense).',
  },
  {
    id: 'compiler-without-asm-goto',
    flavours: both,
    pattern: 'Compiler lacks asm-goto support',
    cause:
      'The test of the C compiler failed: it is too old for this kernel, or it is a wrapper that cannot compile at all in this environment.',
    remedy:
      'Build with the compiler that built the kernel (grep CONFIG_CC_VERSION_TEXT in the .config of the kernel tree): make CC=gcc-N, or make LLVM=1 for Clang 9 or later.',
    known: 'reported',
    source: 'https://github.com/dynup/kpatch/issues/1429, https://github.com/google/kmsan/issues/58',
  },
  {
    id: 'libelf-missing',
    flavours: both,
    pattern: 'please install libelf-dev|fatal error: (gelf|libelf)[.]h: No such file',
    cause:
      'The kernel tree builds its tool objtool first, and the headers of libelf are not installed: it is a source tree and not a headers package.',
    remedy:
      'Install them (Debian and Ubuntu: apt-get install libelf-dev; Fedora: dnf install elfutils-libelf-devel), or build for the headers package of the kernel: make KDIR=DIR.',
    known: 'reported',
    source: 'https://github.com/ClangBuiltLinux/continuous-integration/issues/49',
  },
  {
    id: 'objtool-cannot-decode',
    flavours: both,
    pattern: "objtool: can't decode instruction",
    cause:
      "objtool, which checks every object, does not know an instruction in this one: code compiled for a kernel must not use the processor's floating-point and vector units.",
    remedy: {
      freestanding:
        'If the message names compiler_builtins, an object of a build with cargo is linked in: leave it out, since scripts/core.sh compiles core for the kernel without those functions. Otherwise remove target-cpu and target-feature from the flags.',
      'rust-for-linux':
        "Link no object that cargo or rustc made without the kernel's flags, and remove target-cpu and target-feature from KRUSTFLAGS.",
    },
    known: 'reported',
    source: 'https://github.com/rust-lang/compiler-builtins/issues/1221',
  },
  {
    id: 'btf-tools',
    flavours: both,
    pattern: 'FAILED: btf permute|FAILED to sort BTF',
    cause:
      'resolve_btfids of the kernel tree could not sort the type information (BTF) of the module, because it does not fit the one of the kernel (vmlinux in the kernel tree).',
    remedy:
      'Build without BTF, which a module does not need to be loaded: make clean, then make CONFIG_DEBUG_INFO_BTF_MODULES=. To keep it, install the pahole that built the kernel (CONFIG_PAHOLE_VERSION in its .config).',
    known: 'reported',
    source: 'https://github.com/eweOS/packages/issues/7269',
  },
  {
    id: 'tree-program-machine',
    flavours: both,
    pattern:
      '(fixdep|modpost|objtool|resolve_btfids|gendwarfksyms|genksyms|sign-file|conf)(: |.*)(Exec format error|cannot execute binary file)',
    cause:
      "A program of the kernel tree is for another architecture than this machine's: the tree was copied from a machine of another kind, or is the target's own in a cross build.",
    remedy:
      'Use a tree that was made for building on this machine: kernel-rust-module setup --arch ARCH for another architecture, or make modules_prepare in a source tree on this machine.',
    known: 'recorded',
    source: '6.1 (scripts/basic/fixdep of arm64 on x86_64).',
  },
  {
    id: 'tree-program-library',
    flavours: both,
    pattern: 'version .(GLIBC_[0-9.]+|LIBELF_[0-9.]+). not found [(]required by|error while loading shared libraries',
    cause:
      'A program that the build starts needs a newer C library, or a library that is not installed: the kernel tree comes from a newer distribution than this machine runs.',
    remedy:
      'Build on the distribution that the headers are for (a container of it is enough), or for a kernel of this machine; kernel-rust-module probe --all-kernels lists those.',
    known: 'recorded',
    source: '6.1 on Debian 12 with modpost of Debian 13.',
  },
  {
    id: 'tree-program-missing',
    flavours: both,
    pattern:
      '(fixdep|modpost|objtool|resolve_btfids|gendwarfksyms|genksyms)[^ ]*: ((command )?not found|No such file or directory|Permission denied|cannot execute: required file not found)',
    cause:
      'A program of the kernel tree is missing or cannot be started: the tree is incomplete, or was copied without it.',
    remedy:
      'Reinstall the headers package (Debian: apt-get install --reinstall linux-headers-RELEASE, and linux-kbuild of the same version); in a source tree of your own: make modules_prepare.',
    known: 'recorded',
    source: '6.1 (fixdep, modpost and objtool removed, or not executable).',
  },
  {
    id: 'rust-rule-of-kernel',
    flavours: freestanding,
    pattern: 'target file "[^"]*target[.]json" does not exist',
    cause:
      'The file Kbuild names a further .rs file, and Kbuild compiles that by its own rule, which needs a kernel with Rust; here rustc compiles all of them at once, beginning with src/lib.rs.',
    remedy: 'Remove that object from Kbuild and write mod NAME; in src/lib.rs, with the file src/NAME.rs.',
    known: 'recorded',
    source: '6.1 (src/two.o added to Kbuild).',
  },
  {
    id: 'rustup-without-toolchain',
    flavours: both,
    pattern: 'rustup could not choose a version|no default toolchain|toolchain .* is not installed',
    cause:
      'rustc is the rustup proxy, and no toolchain is chosen or installed for this user, or root has none of its own.',
    remedy:
      'Install one (rustup default stable && rustup component add rust-src), or name a compiler: make RUSTC=FILE.',
    known: 'reported',
    source: 'https://github.com/Rust-for-Linux/linux/issues/1092',
  },
  {
    id: 'rustc-broken',
    flavours: both,
    pattern:
      'error: internal compiler error|the compiler unexpectedly panicked|librustc_driver[^ ]*: cannot open|rustc.*SIGSEGV',
    cause: 'rustc itself failed: this is a bug of the compiler, or its installation is damaged.',
    remedy:
      'Try again after make clean; if it stays so, use another version of rustc (freestanding: any from 1.85 on) or report the text to https://github.com/rust-lang/rust/issues.',
    known: 'reported',
    source: 'https://github.com/rust-lang/rust/issues/100950',
  },
  {
    id: 'gcc-plugin',
    flavours: both,
    pattern: 'incompatible gcc/plugin versions|(failed|fail) to initialize plugin|cannot load plugin',
    cause: 'The kernel was built with plugins of GCC, and those in its tree are missing or for another version of GCC.',
    remedy:
      'Build with the GCC that built the kernel (grep CONFIG_CC_VERSION_TEXT in the .config of the kernel tree): make CC=gcc-N. If the kernel was updated since the machine started, restart it and build for the new one.',
    known: 'recorded',
    source: 'https://github.com/Kimplul/hid-tmff2/issues/20; 6.1 with CONFIG_GCC_PLUGINS=y and no plugin.',
  },
  {
    id: 'openssl-missing',
    flavours: both,
    pattern: 'fatal error: .?openssl/[a-z0-9]+[.]h',
    cause:
      'The kernel tree builds its signing tools first, and the headers of OpenSSL are not installed: it is a source tree and not a headers package.',
    remedy:
      'Install them (Debian and Ubuntu: apt-get install libssl-dev; Fedora: dnf install openssl-devel), or build for the headers package of the kernel: make KDIR=DIR.',
    known: 'reported',
    source: 'https://github.com/starfive-tech/linux/issues/4',
  },
];
