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
known 'can.t find crate for `(std|alloc)`|you might be missing a crate named|use of (undeclared crate or module|unresolved module or unlinked crate) `|cannot find module or crate `' \
	'The source names a crate or module that is not there: in a kernel module there is no std, and there are no crates of a registry.' \
	'Use core and what the crate kernel offers (KVec or Vec, KBox or Box, Arc, Mutex), or declare the module that is meant.' \
	'rustc'\''s advice (cargo build -Zbuild-std) does not help.'
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
known 'Unknown rela relocation: (9|41|42)$' \
	'An object of the module reads addresses from a global offset table, which a kernel does not have.' \
	'Find it with make check, and compile it with the flags that the rest of the module is compiled with.' \
	''
