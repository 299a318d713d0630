#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Says what is behind a failure whose words are known: the three most telling
# at most, the first of them first. Says nothing where none is known.
# Usage: explain.sh LOG
# shellcheck disable=SC2016 # the backticks are those that rustc writes
set -eu

log=$1
said=0

known() {
	[ "$said" -lt 3 ] || return 0
	LC_ALL=C grep -aqE -e "$1" "$log" || return 0
	said=$((said + 1))
	printf '\nThis failure is known.\n  Cause:  %s\n  Remedy: %s\n' "$2" "$3"
	[ -z "$4" ] || printf '  Note:   %s\n' "$4"
}

# Each: what to look for, its cause, its remedy, what leads the wrong way.
known 'rustc[-.0-9a-z]*: ((command )?not found|No such file or directory)' \
	'There is no rustc of that name on PATH, which is shorter under sudo and DKMS.' \
	'Install it with kernel-rust-module setup, or name it: make RUSTC=FILE. For the kernel that was chosen it has to be the rustc that built it.' \
	''
known '(gcc|clang|ld|ld[.]lld|pahole|objcopy|strip|nm|llvm-[a-z]+)(-[0-9.]+)?: ((command )?not found|No such file or directory)|check-local-export: llvm-nm failed' \
	'A tool that the build calls is not installed, or is not on PATH by that name.' \
	'Run kernel-rust-module setup, which installs what this kernel takes; for another architecture with --arch ARCH.' \
	''
known 'clang[-.0-9]*: error: (unknown argument|unsupported (option|argument))' \
	'The kernel was built by GCC, and LLVM=1 hands the options of GCC to Clang.' \
	'Build without LLVM: unset LLVM, and remove it from config.mk and from the command line.' \
	''
known 'gcc[-.0-9]*: error: unrecognized (command-line option|argument)' \
	'The kernel was built by Clang or by a newer GCC, or for another architecture, and this gcc does not know their options.' \
	'Build with the compiler that the warning above names ("The kernel was built by"): make LLVM=1 for Clang, make CC=gcc-N for another GCC; for a kernel tree of another architecture give its compiler and its name: make ARCH=arm64 CROSS_COMPILE=aarch64-linux-gnu-.' \
	''
known 'llvm-link(-[0-9.]+)?: .*(Unknown attribute kind|Invalid record|Unknown bitcode|Producer: .LLVM)' \
	'This kernel joins its C helpers with Rust (CONFIG_RUST_INLINE_HELPERS), and the LLVM of clang and that of rustc differ.' \
	'Install clang and llvm of the major version that rustc -vV names (LLVM version), and make LLVM=-N with it.' \
	''
known 'target file "[^"]*target[.]json" does not exist' \
	'The kernel tree holds no Rust metadata: its kernel was configured without CONFIG_RUST, or the headers'\'' package leaves the metadata out, as Debian'\''s do.' \
	'Where its .config says CONFIG_RUST=y: make such a tree with kernel-rust-module kdir, then choose it with kernel-rust-module configure; kernel-rust-module probe says what else there is. Otherwise only the freestanding flavour will do: kernel-rust-module new NAME --flavour freestanding.' \
	''
known 'failed to load argument file.*rustc_cfg' \
	'The kernel tree was configured without Rust, or not at all: its include/generated/rustc_cfg is missing.' \
	'Make such a tree with kernel-rust-module kdir, then choose it with kernel-rust-module configure; kernel-rust-module probe says what else there is.' \
	''
known 'can.t find crate for `(core|compiler_builtins)`' \
	'The kernel tree lacks the compiled Rust of its kernel (rust/*.rmeta).' \
	'Make such a tree with kernel-rust-module kdir, then choose it with kernel-rust-module configure; kernel-rust-module probe says what else there is.' \
	'rustc'\''s advice (rustup target add, cargo build -Zbuild-std) does not help: a kernel has a core of its own, compiled with the kernel'\''s flags.'
known 'can.t find crate for `(kernel|macros|pin_init|bindings|uapi|build_error|ffi|zerocopy)`' \
	'Of the compiled Rust of the kernel tree (rust/*.rmeta, and the libraries rust/*.so that rustc itself loads) a file is missing, cut off, or for another machine.' \
	'kernel-rust-module probe names the file. Make such a tree with kernel-rust-module kdir, then choose it with kernel-rust-module configure; kernel-rust-module probe says what else there is.' \
	'What rustc says after it (cannot find macro, cannot find type) only follows from this.'
known 'E0786.*found invalid metadata files for crate' \
	'A file of the compiled Rust of the kernel tree is damaged or cut off; the note "corrupt metadata" names it.' \
	'Restore it from where the tree came from, or make the tree again: make such a tree with kernel-rust-module kdir, then choose it with kernel-rust-module configure; kernel-rust-module probe says what else there is.' \
	''
known 'E0514.*compiled by an incompatible version of rustc' \
	'This rustc is not the one that built the kernel: it must be the same build, not only the same number, and the note "compiled by" names it.' \
	'Run kernel-rust-module configure, which looks for that rustc, or name it: make RUSTC=FILE.' \
	'rustc'\''s advice (recompile that crate, cargo clean) does not help: the crate is the kernel'\''s.'
known 'error: unknown (unstable|codegen) option: |error loading target specification: |data-layout for target .* differs from LLVM target' \
	'The kernel tree was made for another rustc, older or newer, which has other options and describes targets otherwise.' \
	'Run kernel-rust-module configure, which looks for the rustc that built the kernel (CONFIG_RUSTC_VERSION_TEXT in its .config), or name it: make RUSTC=FILE.' \
	''
known 'E0461.*couldn.t find crate .* with expected target triple' \
	'The kernel tree'\''s scripts/target.json is not the one that its Rust was compiled for: it was altered, or files of two builds are mixed.' \
	'Restore the file of that very build, or make the tree again: make such a tree with kernel-rust-module kdir, then choose it with kernel-rust-module configure; kernel-rust-module probe says what else there is.' \
	''
known 'can.t find crate for `(std|alloc)`|you might be missing a crate named|use of (undeclared crate or module|unresolved module or unlinked crate) `|cannot find module or crate `' \
	'The source names a crate or module that is not there: in a kernel module there is no std, and there are no crates of a registry.' \
	'Use core and what the crate kernel offers (KVec or Vec, KBox or Box, Arc, Mutex), or declare the module that is meant.' \
	'rustc'\''s advice (cargo build -Zbuild-std) does not help.'
known '[Uu]nknown key "[^"]*". Valid keys are|[Kk]eys are not ordered as expected' \
	'This kernel'\''s module! takes other keys, or another order of them, than the source has: it was written for another release.' \
	'Go by the list in the message. Scaffold it for this kernel in an empty folder (kernel-rust-module new NAME --kdir KDIR) and take over what differs.' \
	'What rustc says of __LOG_PREFIX after it only follows from this.'
known '[Ee]xpected (byte )?string( literal)?$' \
	'module! takes plain strings, "text", since 6.2, and byte strings, b"text", before: the source was written for another release.' \
	'Write them as this kernel wants them. Scaffold it for this kernel in an empty folder (kernel-rust-module new NAME --kdir KDIR) and take over what differs.' \
	'What rustc says of __LOG_PREFIX after it only follows from this.'
known 'no method named `try_push`|argument #2 of type `.*Flags` is missing|pub struct Vec<T, A: Allocator>|could not find `vec_ext`' \
	'The source adds to vectors as another release does: try_push(x) up to 6.9, push(x, GFP_KERNEL) since 6.10, and KVec in place of Vec since 6.12.19.' \
	'Write it as this kernel has it. Scaffold it for this kernel in an empty folder (kernel-rust-module new NAME --kdir KDIR) and take over what differs.' \
	''
known 'unresolved import `kernel::|declaration in trait `kernel::' \
	'The kernel crate of this kernel has no such item, or has it in another shape: its interface changes with every release.' \
	'Look it up in the sources of this very release (rust/kernel). Scaffold it for this kernel in an empty folder (kernel-rust-module new NAME --kdir KDIR) and take over what differs.' \
	''
known 'E0725.*is not in the list of allowed features' \
	'The kernel allows Rust code only the few unstable features that it uses itself (-Zallow-features).' \
	'Remove the #![feature] line and do without that feature.' \
	''
known 'invalid character .* in crate name' \
	'Kernels up to 6.12, and perhaps later ones, name the crate after its file, and a crate name holds no hyphen.' \
	'Rename the .rs file, and its .o in Kbuild, with an underscore in place of the hyphen.' \
	''
known 'No rule to make target .*[.]o.*, needed by' \
	'Kbuild names an object for which there is no source (NAME.rs or NAME.c for NAME.o), or this kernel is older than 6.1, which compiles no Rust.' \
	'Compare the names in the file Kbuild with the sources; for an older kernel scaffold the freestanding flavour.' \
	''
known 'Circular .*[.]o <- .*[.]o dependency dropped|ld(|[.]lld|[.]bfd): (error: )?cannot (open|find) [^ ]*[.]o' \
	'A module of several objects has the name of one of them, so that Kbuild makes the one out of itself.' \
	'Rename that source: in Kbuild, NAME-y := NAME_main.o NAME_c.o.' \
	'What modpost says after it (missing MODULE_LICENSE) only follows from this.'
known '(multiple definition of|duplicate symbol:) .?(init_module|cleanup_module)' \
	'Two sources of one module both declare it: module! in Rust and module_init in C, or module! in two Rust sources.' \
	'Keep it in one of them, and let that one call functions of the other.' \
	''
known 'duplicate lang item .*panic_impl|E0152.*panic_impl' \
	'The source has a panic handler, and the crate kernel has one already.' \
	'Remove the function with #[panic_handler].' \
	''
known 'Module[.]symvers is missing|modpost: .*_R[NMXY][A-Za-z0-9_]*.* undefined!' \
	'modpost does not find the kernel'\''s Rust functions: the kernel tree has no Module.symvers, or that of another build of the kernel.' \
	'Take Module.symvers from the headers of this very kernel. Make such a tree with kernel-rust-module kdir, then choose it with kernel-rust-module configure; kernel-rust-module probe says what else there is.' \
	'KBUILD_MODPOST_WARN=1, which the message offers, gives a module that will not load.'
known 'GPL-incompatible module .*uses GPL-only symbol' \
	'The module'\''s licence is not compatible with the GPL, and every Rust function of the kernel is for such modules alone.' \
	'Give it a licence that is: "GPL", "Dual MIT/GPL", "Dual BSD/GPL" or "Dual MPL/GPL" in module! or MODULE_LICENSE.' \
	''
known 'modpost: (.|.* symbol .)(__((add|sub|mul|div)[hsdtk]f3|float[a-z]+|fix[a-z]+|(eq|ne|lt|le|gt|ge|unord)[hsdtk]f2|(extend|trunc)[hsdtk]f[hsdtk]f2|aeabi_([df][a-z0-9]+|u?[il]2[df])|gnu_[fh]2[fh]_ieee)|f(mod|max|min|maximum_num|minimum_num)(f|l|f128)?)[^a-z_].* undefined!' \
	'The module calculates with floating point numbers, for which a kernel has no functions: it may not touch those registers.' \
	'Calculate with integers, in fixed point where fractions are needed.' \
	''
known 'modpost: .*(__u?(div|mod|divmod)[dt]i[34]|__aeabi_u?ldivmod|__(ashl|ashr|lshr)ti3|__muloti4).* undefined!' \
	'The module calculates with integers that are wider than the processor takes at once: it divides i128, or i64 on a 32-bit machine; on some machines it may not shift or multiply i128 either.' \
	'Calculate with narrower ones, or call the kernel'\''s own function for it (div64_u64, mul_u64_u64_div_u64) through C.' \
	''
known 'version magic .* should be' \
	'The module was built for another release, or another configuration, than the kernel that it was to be loaded into.' \
	'Build it for that kernel: make clean, then make KDIR=DIR with its tree, or run kernel-rust-module configure.' \
	''
known 'gnu[.]linkonce[.]this_module section size must match' \
	'The kernel tree was configured otherwise than the kernel that the module was to be loaded into.' \
	'Build it against a tree of that very kernel: its headers, or what kernel-rust-module kdir makes for it.' \
	''
known 'Unknown symbol [^ ]+ [(]err -?[0-9]+[)]' \
	'The kernel that the module was to be loaded into has no such function, or keeps it in a module that is not loaded.' \
	'Build without KBUILD_MODPOST_WARN against a tree of that very kernel, and load first the modules that modinfo -F depends names.' \
	''
