#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Says what is behind failures whose words are known, in the order of the log,
# three at most. Says nothing if none is known. Reads English messages.
# Usage: explain.sh LOG
set -eu

log=$1
tab=$(printf '\t')

# For each known failure a line "line of the log, ~ if marked, cause, remedy, note".
find_known() {
	while IFS= read -r words && IFS= read -r cause && IFS= read -r remedy; do
		IFS= read -r note || :
		[ -z "$note" ] || IFS= read -r _ || :
		pattern=${words#'~'}
		line=$(LC_ALL=C grep -anE -m 1 -e "$pattern" "$log" | cut -d: -f1)
		[ -z "$line" ] || printf '%s\t%s\t%s\t%s\t%s\n' "$line" "${words%"$pattern"}-" "$cause" "$remedy" "$note"
	done
}

# If two failures match one line, the first of the table explains it. One that
# is marked ~ may only follow from another, so it must be the first of the log.
choose() {
	awk -F '\t' '!seen[$1]++' | sort -n | awk -F '\t' 'NR == 1 || $2 == "-"' | head -n 3
}

explain() {
	while IFS=$tab read -r _ _ cause remedy note; do
		printf '\nThis failure is known.\n  Cause:  %s\n  Remedy: %s\n' "$cause" "$remedy"
		[ -z "$note" ] || printf '  Note:   %s\n' "$note"
	done
}

# What is not installed can be run by npx.
form=
command -v kernel-rust-module >/dev/null || ! command -v npx >/dev/null ||
	form='s/kernel-rust-module \([a-z]\)/npx generator-&/g'

# Each: the words as an extended regular expression, the cause, the remedy, and
# what leads the wrong way if something does. An empty line ends it.
find_known <<'END' | choose | explain | sed "$form"
No space left on device|Disk quota exceeded
The file system that the message names is full, or the quota of this user is used up.
Free space there (df -h shows it, df -i if it is the number of files), or move what is large: XDG_CACHE_HOME=DIR for the cache, TMPDIR=DIR for temporary files.

interrupted by SIGKILL|signal: 9, SIGKILL|Killed signal terminated program|internal compiler error: Killed|LLVM ERROR: out of memory|[.](o|ko|rlib). Killed|virtual memory exhausted|memory allocation of [0-9]+ bytes failed|(cc1|rustc)[^ ]*: .*out of memory|Out of memory: Killed process
The system killed a compiler, or gave it no memory, because memory ran out.
Build with fewer jobs (make -j1), close other programs, or give the machine or container more memory or swap.

~(cannot (create|open|remove|touch|move)|can't (create|open)|failed to (write|create|open)|could not (create|write)).*(Permission denied|Read-only file system)
This user may not write where the message says: the folder belongs to another user (what sudo make built belongs to root), or the file system is read-only.
Make the folder yours (sudo chown -R "$USER" .) and build without sudo, or copy the module to a folder of yours; only make modules_install needs sudo.

rustc[-.0-9a-z]*: ((command )?not found|No such file or directory)
There is no rustc of that name on PATH, which is shorter under sudo and DKMS.
Install it with kernel-rust-module setup, or name it: make RUSTC=FILE. For the chosen kernel it must be the rustc that built it.

(^|[^a-z])(gcc|clang|ld|ld[.]lld|pahole|objcopy|strip|nm|llvm-[a-z]+|flex|bison|bc|bindgen)(-[0-9.]+)?: ((command )?not found|No such file or directory)|check-local-export: llvm-nm failed
A tool that the build calls is not installed, or is not on PATH by that name.
Run kernel-rust-module setup, which installs what this kernel needs; for another architecture with --arch ARCH.

clang[-.0-9]*: error: (unknown argument|unsupported (option|argument))
The kernel was built by GCC, and LLVM=1 passes the options of GCC to Clang; or the option comes from KCFLAGS.
Build without LLVM: unset LLVM, and remove it from config.mk and from the command line. If the kernel was built by Clang, unset KCFLAGS.

gcc[-.0-9]*: error: unrecognized (command-line option|argument)
This gcc does not know options that the build passes: the kernel was built by Clang, by a newer GCC or for another architecture, or the options come from KCFLAGS, KCPPFLAGS or CFLAGS_MODULE.
Build with the compiler that the warning above names ("The kernel was built by"): make LLVM=1 for Clang, make CC=gcc-N for another GCC; for a kernel tree of another architecture name its compiler and architecture: make ARCH=arm64 CROSS_COMPILE=aarch64-linux-gnu-. If there is no such warning, unset those variables.

ld: unrecognised emulation mode: llvm
The kernel was built by Clang and linked by LLD, and the build calls GNU ld with the options of LLD (-mllvm).
Build with all of LLVM: install lld and llvm of the version of clang, and run make LLVM=1 (or LLVM=-N for the version N).

ld(|[.][a-z]+)(-[0-9.]+)?: (unrecognized option|Error: unable to disambiguate|-[a-z]+ may not be used)|ld[.]lld[-.0-9]*: error: unknown argument
The linker does not know an option that the build passes: it is of another kind or older than the one that linked the kernel, or the option comes from LDFLAGS_MODULE.
Take the option out of LDFLAGS_MODULE on the command line of make. If it is not there, build with the linker that linked the kernel (grep CONFIG_LD_IS in the .config of the kernel tree): make LLVM=1 for LLD.

Compiler lacks asm-goto support
The test of the C compiler failed: it is too old for this kernel, or it is a wrapper that cannot compile at all in this environment.
Build with the compiler that built the kernel (grep CONFIG_CC_VERSION_TEXT in the .config of the kernel tree): make CC=gcc-N, or make LLVM=1 for Clang 9 or later.

please install libelf-dev|fatal error: (gelf|libelf)[.]h: No such file
The kernel tree builds its tool objtool first, and the headers of libelf are not installed: it is a source tree and not a headers package.
Install them (Debian and Ubuntu: apt-get install libelf-dev; Fedora: dnf install elfutils-libelf-devel), or build for the headers package of the kernel: make KDIR=DIR.

objtool: can't decode instruction
objtool, which checks every object, does not know an instruction in this one: code compiled for a kernel must not use the processor's floating-point and vector units.
Link no object that cargo or rustc made without the kernel's flags, and remove target-cpu and target-feature from KRUSTFLAGS.

FAILED: btf permute|FAILED to sort BTF
resolve_btfids of the kernel tree could not sort the type information (BTF) of the module, because it does not fit the one of the kernel (vmlinux in the kernel tree).
Build without BTF, which a module does not need to be loaded: make clean, then make CONFIG_DEBUG_INFO_BTF_MODULES=. To keep it, install the pahole that built the kernel (CONFIG_PAHOLE_VERSION in its .config).

(fixdep|modpost|objtool|resolve_btfids|gendwarfksyms|genksyms|sign-file|conf)(: |.*)(Exec format error|cannot execute binary file)
A program of the kernel tree is for another architecture than this machine's: the tree was copied from a machine of another kind, or is the target's own in a cross build.
Use a tree that was made for building on this machine: kernel-rust-module setup --arch ARCH for another architecture, or make modules_prepare in a source tree on this machine.

version .(GLIBC_[0-9.]+|LIBELF_[0-9.]+). not found [(]required by|error while loading shared libraries
A program that the build starts needs a newer C library, or a library that is not installed: the kernel tree comes from a newer distribution than this machine runs.
Build on the distribution that the headers are for (a container of it is enough), or for a kernel of this machine; kernel-rust-module probe --all-kernels lists those.

(fixdep|modpost|objtool|resolve_btfids|gendwarfksyms|genksyms)[^ ]*: ((command )?not found|No such file or directory|Permission denied|cannot execute: required file not found)
A program of the kernel tree is missing or cannot be started: the tree is incomplete, or was copied without it.
Reinstall the headers package (Debian: apt-get install --reinstall linux-headers-RELEASE, and linux-kbuild of the same version); in a source tree of your own: make modules_prepare.

rustup could not choose a version|no default toolchain|toolchain .* is not installed
rustc is the rustup proxy, and no toolchain is chosen or installed for this user, or root has none of its own.
Install one (rustup default stable && rustup component add rust-src), or name a compiler: make RUSTC=FILE.

error: internal compiler error|the compiler unexpectedly panicked|librustc_driver[^ ]*: cannot open|rustc.*SIGSEGV
rustc itself failed: this is a bug of the compiler, or its installation is damaged.
Try again after make clean; if it stays so, use another version of rustc (freestanding: any from 1.85 on) or report the text to https://github.com/rust-lang/rust/issues.

incompatible gcc/plugin versions|(failed|fail) to initialize plugin|cannot load plugin
The kernel was built with plugins of GCC, and those in its tree are missing or for another version of GCC.
Build with the GCC that built the kernel (grep CONFIG_CC_VERSION_TEXT in the .config of the kernel tree): make CC=gcc-N. If the kernel was updated since the machine started, restart it and build for the new one.

fatal error: .?openssl/[a-z0-9]+[.]h
The kernel tree builds its signing tools first, and the headers of OpenSSL are not installed: it is a source tree and not a headers package.
Install them (Debian and Ubuntu: apt-get install libssl-dev; Fedora: dnf install openssl-devel), or build for the headers package of the kernel: make KDIR=DIR.

llvm-link(-[0-9.]+)?: .*(Unknown attribute kind|Invalid record|Unknown bitcode|Producer: .LLVM)
This kernel joins its C helpers with Rust (CONFIG_RUST_INLINE_HELPERS), and the LLVM versions of clang and rustc differ.
Install clang and llvm of the major version that rustc -vV shows (LLVM version), and build with make LLVM=-N for that version.

target file "[^"]*target[.]json" does not exist
The kernel tree has no Rust metadata: its kernel was configured without CONFIG_RUST, or the headers package omits the metadata, as Debian's does.
If its .config says CONFIG_RUST=y: make such a tree with kernel-rust-module kdir, then choose it with kernel-rust-module configure; kernel-rust-module probe lists the other ways. Otherwise only freestanding modules can be built for it: kernel-rust-module new NAME --flavour freestanding.

failed to load argument file.*rustc_cfg
The kernel tree was configured without Rust, or not at all: its include/generated/rustc_cfg is missing.
Make such a tree with kernel-rust-module kdir, then choose it with kernel-rust-module configure; kernel-rust-module probe lists the other ways.

can.t find crate for `(core|compiler_builtins)`
The kernel tree lacks the compiled Rust of its kernel (rust/*.rmeta).
Make such a tree with kernel-rust-module kdir, then choose it with kernel-rust-module configure; kernel-rust-module probe lists the other ways.
rustc's advice (rustup target add, cargo build -Zbuild-std) does not help: a kernel has its own core, compiled with the kernel's flags.

can.t find crate for `(kernel|macros|pin_init|bindings|uapi|build_error|ffi|zerocopy)`
A file of the compiled Rust of the kernel tree (rust/*.rmeta, or the libraries rust/*.so that rustc itself loads) is missing, cut off, or for another machine.
kernel-rust-module probe names the file. Make such a tree with kernel-rust-module kdir, then choose it with kernel-rust-module configure; kernel-rust-module probe lists the other ways.
What rustc says after it (cannot find macro, cannot find type) only follows from this.

E0786.*found invalid metadata files for crate
A file of the compiled Rust of the kernel tree is damaged or cut off; the note "corrupt metadata" names it.
Restore the file from where the tree came from, or make the tree again. Make such a tree with kernel-rust-module kdir, then choose it with kernel-rust-module configure; kernel-rust-module probe lists the other ways.

E0514.*compiled by an incompatible version of rustc
This rustc is not the one that built the kernel: it must be the same build, not only the same version; the note "compiled by" names it.
Run kernel-rust-module configure, which looks for that rustc, or name it: make RUSTC=FILE.
rustc's advice (recompile that crate, cargo clean) does not help: the crate belongs to the kernel.

error: unknown (unstable|codegen) option: |error loading target specification: |data-layout for target .* differs from LLVM target
The kernel tree was made for another rustc, older or newer, which has other options and describes targets in another way; or the option comes from KRUSTFLAGS.
Run kernel-rust-module configure, which looks for the rustc that built the kernel (CONFIG_RUSTC_VERSION_TEXT in its .config), or name it: make RUSTC=FILE. Unset KRUSTFLAGS.

E0461.*couldn.t find crate .* with expected target triple
The kernel tree's scripts/target.json is not the one that its Rust was compiled for: it was altered, or files of two builds are mixed.
Restore the file of the same build, or make the tree again. Make such a tree with kernel-rust-module kdir, then choose it with kernel-rust-module configure; kernel-rust-module probe lists the other ways.

[Mm]issing required key 
module! lacks a key that it must have; the message names it.
Add that key: module! needs type, name and license, and each parameter needs default and description.
What rustc says of __LOG_PREFIX after it only follows from this.

[Uu]nknown key "[^"]*". Valid keys are|[Kk]eys are not ordered as expected
This kernel's module! has other keys, or another order of them, than the source: it was written for another release.
Use the keys that the message lists. Scaffold the module for this kernel in an empty folder (kernel-rust-module new NAME --kdir KDIR) and copy the differences.
What rustc says of __LOG_PREFIX after it only follows from this.

[Ee]xpected (byte )?string( literal)?$
Since 6.2 module! needs plain strings, "text", and before that byte strings, b"text": the source was written for another release.
Write the strings in the form that this kernel needs. Scaffold the module for this kernel in an empty folder (kernel-rust-module new NAME --kdir KDIR) and copy the differences.
What rustc says of __LOG_PREFIX after it only follows from this.

[Uu]nsupported parameter type
This kernel's module! has no parameters of that type: there are only integers.
Use i8 to i64, u8 to u64, isize or usize, with 0 and 1 for false and true.
What rustc says of __LOG_PREFIX after it only follows from this.

~cannot find value `(__LOG_PREFIX|THIS_MODULE)`
The source has no module!, which declares the module and gives pr_info! and the like their prefix.
Write module! { type: TYPE, name: "NAME", license: "GPL", } once, in the file that Kbuild compiles, with the type that implements kernel::Module.

`(__LOG_PREFIX|__MOD)` is defined multiple times|`__LOG_PREFIX` redefined here
The source has two module!, and a module has exactly one.
Remove one. A second module is a second file, with its own line obj-m += SECOND.o in Kbuild.

the trait bound `[^`]*: (kernel::)?(InPlace)?Module` is not satisfied
The type that module! names does not implement kernel::Module.
Write impl kernel::Module for TYPE with its function init, or name another type in module!.

no method named `try_push`|argument #2 of type `.*Flags` is missing|pub struct Vec<T, A: Allocator>|could not find `vec_ext`
Allocating needs flags in this kernel: push(x, GFP_KERNEL) and KBox::new(x, GFP_KERNEL) since 6.10, KVec and KBox instead of Vec and Box since 6.12.19; up to 6.9 it was try_push(x).
Write it with GFP_KERNEL and a ? for the case that there is no memory: v.push(x, GFP_KERNEL)?. Scaffold the module for this kernel in an empty folder (kernel-rust-module new NAME --kdir KDIR) and copy the differences.

~unresolved imports? `kernel::|declaration in trait `kernel::|cannot find (function|value|type|struct|trait)[^`]*`[^`]*` in (crate|module) `(kernel|bindings)
The kernel crate of this kernel does not have this item, or has it in another form: its interface changes with every release.
Look it up in the sources of exactly this release (rust/kernel). Scaffold the module for this kernel in an empty folder (kernel-rust-module new NAME --kdir KDIR) and copy the differences.

E0725.*is not in the list of allowed features
The kernel allows Rust code only the few unstable features that it uses itself (-Zallow-features).
Remove the #![feature] line and do without that feature.

invalid character .* in crate name
Kernels up to 6.12, and perhaps later ones, name the crate after its file, and a crate name cannot contain a hyphen.
Rename the .rs file, and its .o in Kbuild, with an underscore instead of the hyphen.

rust_build_error.* undefined|undefined .*rust_build_error
A build_assert! or build_error! of the source, or of a function of the kernel crate that it calls, could not be shown to hold when the module was compiled.
Pass constants to that function, or mark the caller #[inline(always)], so that the compiler sees the value; for a value known only at run time use the fallible form (try_read32 instead of read32) or return an error.

(Found argument|unexpected argument) '?--(blacklist|whitelist|size_t-is-usize|opaque|use-core)[-a-z]*
bindgen no longer has an option that this kernel's build passes: it is newer than the kernel's build expects.
Install the bindgen version that the kernel names (scripts/min-tool-version.sh bindgen in its source) and build with make BINDGEN=FILE.

cannot find macro `e?print(ln)?` in this scope
println! writes to a terminal, and a kernel module has none: it writes to the log of the kernel.
Write pr_info!("…\n"), or pr_err!, pr_warn!, pr_debug! (use kernel::prelude::*;); sudo dmesg shows it.

~cannot find macro `(pr_(emerg|alert|crit|err|warn|notice|info|debug|cont)|dev_(err|warn|info|dbg)|try_format|c_str|kvec|module)` in this scope
The macro exists, and this file does not import it.
Write use kernel::prelude::*; at the top of the file, or the use line that rustc suggests.

cannot find macro `vec` in this scope
vec! cannot report that there is no memory, so kernel code does not have it.
Write kvec![1, 2]?, or start with KVec::new() and call v.push(1, GFP_KERNEL)?.

cannot find macro `format` in this scope
format! cannot report that there is no memory, so kernel code does not have it.
pr_info! and dev_info! format without a string; kernel::str::CString::try_from_fmt(fmt!("{x}"))? makes one.

no method named `(to_string|to_owned|to_vec|into_boxed_slice|concat|join|repeat)` found for (struct|type|reference|array|slice) 
This function allocates memory and cannot report that there is none, so kernel code does not have it.
Copy into a KVec: let mut v = KVec::new(); v.extend_from_slice(s, GFP_KERNEL)?; for text use &CStr, &str or kernel::str::CString::try_from_fmt(fmt!("{x}"))?.

a value of type `[^`]*(Vec|String|Box)[^`]*` cannot be built from an iterator
collect allocates memory and cannot report that there is none, so kernel code does not have it.
Push in a loop: for x in iterator { v.push(x, GFP_KERNEL)?; }.

(undeclared type|cannot find type|cannot find struct[^`]*) `String`
The kernel has no String: its kernel crate has byte strings that end with NUL.
Use &CStr (c"text") or &str for constants, kernel::str::CString::try_from_fmt(fmt!("{x}"))? for text that is put together, and KVec<u8> for bytes.

(undeclared type|cannot find type) `(HashMap|HashSet|BTreeMap|BTreeSet|VecDeque)`
Collections of std are not there: they allocate memory and cannot report that there is none.
Use kernel::rbtree::RBTree, kernel::xarray::XArray (new enough kernels) or a KVec.

(undeclared crate or module|unresolved module or unlinked crate|unresolved import|cannot find module or crate|can.t find crate for) `std(::[^`]*)?`|use of undeclared type `std::|cannot find macro `(thread_local)` in this scope
A kernel module has no std: std needs an operating system below it.
Use core (core::fmt, core::mem …) and the kernel crate: KVec, KBox, kernel::sync (Arc, Mutex, SpinLock), kernel::time, kernel::workqueue.
rustc's advice (cargo build -Zbuild-std) does not help.

(undeclared crate or module|unresolved module or unlinked crate|unresolved import|cannot find module or crate|can.t find crate for) `alloc(::[^`]*)?`
Since 6.13 the kernel does not use the crate alloc.
Use KVec, KBox and kernel::sync::Arc of use kernel::prelude::*; instead of Vec, Box and Arc.
rustc's advice (cargo build -Zbuild-std) does not help.

can.t find crate for `|you might be missing a crate named|use of (undeclared crate or module|unresolved module or unlinked crate) `|cannot find module or crate `
The source names a crate or module that is not there: a kernel module has no Cargo.toml and no crates of a registry.
Declare a module that you mean (mod NAME; for NAME.rs). Of a crate that is #![no_std] and small, copy the sources if its license allows it; otherwise use core and the kernel crate.

cannot find macro `(module_param(_[a-z]+)?|MODULE_[A-Z_]+|module_init|module_exit|printk|EXPORT_SYMBOL(_GPL)?)` in this scope
This is a macro of C, and Rust does not have it.
Declare it in module!: author, license and description are keys of it, and since 6.19 parameters are too: params: { count: u32 { default: 5, description: "how many" } }.

E0583.*file not found for module
mod NAME; declares a file that is not there.
Create NAME.rs beside the file with that line, or remove the line; upper and lower case count.

error: couldn.t read `
include!, include_str! or include_bytes! names a file that is not there.
Create it; the path is relative to the file with that line.

environment variable `CARGO[A-Z_]*` not defined at compile time
Kbuild compiles the module, and the variables that Cargo sets are not there.
Write the text into the source, or use option_env! with a default.

E0658.*use of unstable library feature
The source uses a part of core that is not stable Rust and that is not switched on here.
Use another function. The kernel allows only the few features that it uses itself (rust_allowed_features in scripts/Makefile.build of its source), and those of allocating memory are done with KVec and KBox.

E0277.*cannot be (shared|sent) between threads safely
A static, or what a module owns, is used by several processors at once, and this type is not made for that.
Use an atomic of kernel::sync::atomic or core::sync::atomic, or a Mutex or SpinLock of kernel::sync (global_lock! for a static).

E0133.*use of mutable static is unsafe
static mut can be changed by several processors at the same time, which Rust does not allow without unsafe.
Use an atomic (core::sync::atomic), kernel::sync::global_lock!, or keep the value in the struct of the module.

duplicate lang item .*panic_impl|E0152.*panic_impl
The source has a panic handler, and the crate kernel has one already.
Remove the function with #[panic_handler].

fatal error: (stdio|stdlib|string|stdint|unistd|errno|assert|math|time|pthread|sys/[a-z]+|inttypes|ctype|fcntl|signal|limits)[.]h: No such file
This header belongs to the C library, which programs have and the kernel does not.
Include the header of the kernel: linux/types.h, linux/string.h, linux/slab.h (kmalloc), linux/printk.h (pr_info), linux/errno.h, linux/ktime.h.

fatal error: [^ ]*[.]h: No such file or directory
A C source includes a header that this kernel does not have: it was moved, renamed, removed or not yet added.
Look for it in the kernel tree (find -L KDIR/include KDIR/arch -name NAME.h), and include the one of this release; #if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0) chooses between two.

error: implicit declaration of function
A C source calls a function that no included header declares: a header is missing, or this kernel has the function under another name or not at all.
Look for its name in the headers (grep -rn "NAME(" KDIR/include) and include that header, or use what this release has instead.

error: (initialization of .* from incompatible pointer type|passing argument [0-9]+ of .* from incompatible pointer type|too (few|many) arguments to function|.*has no member named)
A C source was written for another release of the kernel: a function or a structure of this one is different.
Compare with the declaration in the headers of this kernel (the notes below the message name it), and change the source; #if LINUX_VERSION_CODE chooses between two.

error: SSE register (return|argument) with SSE disabled|SSE disabled|error: .*general-regs-only|requires hard-float|hard.float.*(disabled|not)
A C source calculates with floating-point numbers, and kernel code must not use those registers.
Calculate with integers, in fixed point if fractions are needed.

~error: .*\[-Werror(=[-a-z0-9+]+)?\]
The C compiler treats this warning as an error: the kernel asks it to, or KCFLAGS does.
Correct what it warns of; for one file ccflags-y += -Wno-error in Kbuild turns it into a warning again.

sign-file: [^ ]*signing_key|SSL error:.*(No such file|bss_file)|signing_key[.](pem|x509): No such file
modules_install signs modules with the key of the kernel's builder, which a headers package does not contain: the module is installed without a signature.
Nothing, unless the kernel loads only signed modules (Secure Boot: mokutil --sb-state). Then make a key, enroll it with mokutil --import, and sign with scripts/sign-file of the kernel tree.

missing 'System[.]map' file[.] Skipping depmod
The headers package has no System.map, so modules_install left out depmod, and modprobe does not find the module yet.
Make the list of modules again: sudo depmod RELEASE (the name of the folder below /lib/modules).

(mkdir|cp|install|depmod|ln|rm|stat): (ERROR: )?[^:]*/lib/modules[^:]*: (Permission denied|Read-only file system)
The module was to be installed below /lib/modules, where only root may write, or which is read-only on this system.
Run sudo make modules_install (it builds nothing); on a system with a read-only /usr use INSTALL_MOD_PATH=DIR and that system's own way to add modules, or load it with sudo insmod ./NAME.ko.

version magic .* should be
The module was built for another release, or another configuration, than the kernel that it was to be loaded into.
Build it for that kernel: make clean, then make KDIR=DIR with its tree, or run kernel-rust-module configure.

disagrees about version of symbol|no symbol version for
The module was built with the checksums (CRC) of another build of the kernel: the release is the same, and the types behind this symbol are not.
Build it for the tree of exactly the running kernel (its headers package at the same version: cat /proc/version shows it): make clean, then make KDIR=DIR. After an update of the kernel restart the machine first.

failed to validate module .* BTF: -[0-9]+
The module's type information (BTF) does not fit the kernel's: it was built against another vmlinux, or by another pahole. Kernels without MODULE_ALLOW_BTF_MISMATCH refuse it.
Build it without BTF, which loading does not need: make clean, then make CONFIG_DEBUG_INFO_BTF_MODULES=. Otherwise build for the tree of exactly this kernel.

gnu[.]linkonce[.]this_module section size must match
The kernel tree was configured differently from the kernel that the module was to be loaded into.
Build it against a tree of exactly that kernel: its headers, or what kernel-rust-module kdir makes for it.

Lockdown: .* module loading is restricted
The kernel is locked down, as it is when the machine starts with Secure Boot, and then loads only modules signed with a key that it knows.
Sign the module with a key of your own that is enrolled (mokutil --import KEY.der, then restart; KDIR/scripts/sign-file sha256 KEY.pem KEY.der FILE.ko), or switch Secure Boot off. make boot loads it without that in a virtual machine (unless the kernel was built to insist on signatures).

Loading of (unsigned module|module with (unsupported crypto|unavailable key)) is rejected|Key was rejected by service|Required key not available|PKCS#7 signature not signed with a trusted key
This kernel loads only modules signed with a key that it knows, and this one is not signed, or with another key.
Sign it with a key of your own that is enrolled (mokutil --import KEY.der, then restart; KDIR/scripts/sign-file sha256 KEY.pem KEY.der FILE.ko); on a machine without Secure Boot start the kernel without module.sig_enforce. make boot loads it without that in a virtual machine (unless the kernel was built to insist on signatures).

Invalid architecture in ELF header
The module was built for another architecture than that of this kernel.
Build it for this machine: make clean, run kernel-rust-module configure (without --arch), then make; modinfo FILE.ko shows what a module was built for.

Invalid ELF (header magic|section header overflow|header len)|Invalid module format.*ELF|insmod: short read|module has no symbols .stripped
The file is not a whole kernel module: it was cut off, stripped, compressed, or is another file.
Copy or build it again (file FILE.ko says "ELF 64-bit LSB relocatable"); never strip it except with strip --strip-debug.

module uses symbol .* from namespace .*, but does not import it
The kernel lets only modules that name its namespace use this function; the message says which.
Write imports_ns: ["NAMESPACE"] in module! (since 6.18), or MODULE_IMPORT_NS("NAMESPACE"); in a C file of the module.

~Unknown symbol [^ ]+ [(]err -?[0-9]+[)]|Unknown symbol in module|unknown symbol in module
The kernel that the module was to be loaded into does not have this function, or has it in a module that is not loaded.
Build without KBUILD_MODPOST_WARN against a tree of exactly that kernel, and first load the modules that modinfo -F depends names (modprobe does so itself).

.* invalid for parameter .
The value that was given for this parameter is not of its type.
Give a number for int and uint and y or n for bool: insmod FILE.ko NAME=5; modinfo -p FILE.ko lists them.

~: unknown parameter .* ignored
The module has no parameter of that name; the kernel ignored it and went on.
modinfo -p FILE.ko lists the parameters; the name is spelt as in the source.

sysfs: cannot create duplicate filename|proc_dir_entry .* already registered|kobject_add_internal failed for .* with -EEXIST
A device, driver or file of this name exists already: the module registers it twice, or another module has it.
Give it another name, and undo every registration when loading fails and when the module is unloaded.

~(insmod|modprobe): .*File exists
A module of this name is loaded already, or what the module registers has a name that is taken.
Unload it first: sudo rmmod NAME (lsmod lists what is loaded).

modprobe: (FATAL: |ERROR: )?(Module [^ ]+ not found|module [^ ]+ not found|can't open 'modules.dep'|can't change directory to)|could not open mod(ule|dep)[^ ]* file .*modules[.](dep|builtin)
modprobe looks only in /lib/modules of the running kernel and in its list (modules.dep), and the module is not there.
Install it and make the list again: sudo make modules_install, then sudo depmod. Without installing: sudo insmod ./NAME.ko.

rmmod: .*( is in use|Resource temporarily unavailable)
The module is in use: another module calls it, or a program has its device open.
lsmod names the modules that use it, and sudo lsof /dev/NAME the programs; unload or end those first.

rmmod: .*(is not currently loaded|can.t unload module .*: No such file or directory)
No module of this name is loaded.
lsmod | grep NAME shows it; in the kernel a hyphen of the name is an underscore.

rmmod: .*(Device or resource busy|Module unloading is not supported|is builtin)
The kernel does not unload this module: it has no exit function, is part of the kernel, or hangs in its own init or exit.
Give a C module a module_exit; otherwise restart the machine, and look into its log (sudo dmesg) for an oops of this module.

~(insmod|modprobe|rmmod): .*Operation not permitted
Only root may load modules, in a container nobody may, and nobody may once kernel.modules_disabled is 1.
Use sudo, on the machine itself and not in a container; make boot needs no root and loads it in a virtual machine.

insmod: .*No such file or directory
There is no such file, or the kernel has no symbol table to load it with: insmod wants a path, not the name of a module.
Build it first (make), and give the path: sudo insmod ./NAME.ko.

~(insmod|modprobe): .*(No such device|Invalid (parameters|argument)|Cannot allocate memory|Input/output error|Bad address|Device or resource busy|Function not implemented)
The module's own init returned this error, so the kernel unloaded it again.
sudo dmesg shows what the module logged; look in its source for what returns that error (EINVAL is "Invalid argument", ENODEV "No such device").

~(insmod|modprobe): .*([Ii]nvalid module format|Exec format error)
The kernel refused the module and says why only in its log.
Read it with sudo dmesg | tail. Most often it was built for another kernel: make clean, then make KDIR=/lib/modules/$(uname -r)/build.

stack guard page was hit|kernel stack overflow|Insufficient stack space to handle exception|double fault: 0000
The kernel stack is full: it has 16 KiB (8 KiB on 32-bit machines) for all functions that are running, and this one has a large array or value on it, or calls itself.
Keep large values in a KBox or KVec, initialized in place (KBox::init), or in a static, and recursion out.

BUG: (scheduling while atomic|sleeping function called from invalid context)
The module sleeps where it must not: while it holds a spinlock, in an interrupt or in a timer. Waiting for a mutex sleeps, and so does allocating with GFP_KERNEL.
Allocate before taking the lock or with GFP_ATOMIC, or use a Mutex or a work item instead.

BUG: soft lockup|hard LOCKUP|rcu: INFO: .*(stall|self-detected)
A processor does not come back from the module: it waits for a spinlock that is never released (taken twice, or in another order elsewhere), or a loop has no end.
The lines below it say in which function. Release the lock before calling a function that locks it, and let every loop end or sleep.

INFO: task .* blocked for more than
A thread waits in the module for something that does not happen: a mutex that it holds itself, or an event that nobody signals.
The lines below it say where it waits. Do not call a function that locks the mutex while it is held, and wait with a timeout.

BUG: kernel NULL pointer dereference|Unable to handle kernel NULL pointer
Code read or wrote through a null pointer: in C, or in unsafe Rust.
The line RIP (or pc) below it names the function; check there every pointer that comes from C before it is used.

BUG: unable to handle page fault for address: ffffffffc0
The kernel called code of a module that is unloaded: a timer, work item, interrupt or callback was still registered.
Cancel it when the module is unloaded (in C: timer_delete_sync, cancel_work_sync, free_irq; in Rust: in drop), and wait until it has ended.

Kernel configuration is invalid|auto[.]conf are missing|Configuration file "[.]config" not found
The kernel tree is not prepared for building modules: the files that are made from its configuration are missing.
Build for the headers package of the kernel: make KDIR=DIR, or install it with kernel-rust-module setup. In a source tree of your own: make olddefconfig && make modules_prepare.
make oldconfig && make prepare, as the message says, does not work in a distribution's headers package: reinstall that package instead.

No rule to make target .*[.]mod[.][co].*, needed by
The kernel tree's scripts/mod/modpost ran and wrote no NAME.mod.c for the module: it is empty, or another program is in its place.
Reinstall the headers package of the kernel. In a source tree of your own: rm scripts/mod/modpost && make modules_prepare.

No rule to make target .*[.]o.*, needed by
Kbuild names an object for which there is no source (NAME.rs or NAME.c for NAME.o), or this kernel is older than 6.1, which compiles no Rust.
Compare the names in the file Kbuild with the sources; for a kernel older than 6.1 scaffold a freestanding module.

Circular .*[.]o <- .*[.]o dependency dropped|input file .* is the same as output file|ld(|[.]lld|[.]bfd): (error: )?cannot (open|find) [^ ]*[.]o
A module of several objects has the same name as one of them, so Kbuild builds the object out of itself.
Rename that source: in Kbuild, NAME-y := NAME_main.o NAME_c.o.
What modpost says after it (missing MODULE_LICENSE) only follows from this.

(multiple definition of|duplicate symbol:) .?(init_module|cleanup_module)
Two sources of one module both declare it: module! in Rust and module_init in C, or module! in two Rust sources.
Keep it in one of them, and let that one call functions of the other.

Module[.]symvers is missing|modpost: .*_R[NMXY][A-Za-z0-9_]*.* undefined!
modpost does not find the kernel's Rust functions: the kernel tree has no Module.symvers, or that of another build of the kernel.
Take Module.symvers from the headers of exactly this kernel, or make a tree with kernel-rust-module kdir and choose it with kernel-rust-module configure.
KBUILD_MODPOST_WARN=1, which the message offers, gives a module that does not load.

[*][*][*] missing (separator|.endif.)
A Makefile is malformed where the message says: a command not indented with a tab, a line that is no assignment, or ifdef without endif.
Go to that line of that file. Commands begin with one tab, not with spaces (some editors replace it); every ifdef, ifeq and define needs its end.

No rule to make target '[^']*(module[.]lds|modules[.]order|autoconf[.]h|bounds[.]h|asm-offsets[.]h)'|No rule to make target 'modules'|Makefile[.](build|modpost|modfinal|compiler|lib): No such file|Kbuild[.]include: No such file
Files that prepare a kernel tree for building modules are missing in it: it is incomplete, or was cleaned.
Reinstall the headers package (Debian: apt-get install --reinstall linux-headers-RELEASE and the linux-kbuild and -common packages it depends on); in a source tree of your own: make modules_prepare.

~missing MODULE_LICENSE[(][)]
A module has no license: module! says it in Rust and MODULE_LICENSE in C. A file NAME.c beside NAME.rs is compiled instead of it.
Write license: "GPL" in module!, or MODULE_LICENSE("GPL"); in a C module; rename a C file that has the name of the Rust file, here and in Kbuild.

modpost: .* uses symbol .* from namespace .*, but does not import it
The kernel exports this function only to modules that name its namespace; the message says which.
Write imports_ns: ["NAMESPACE"] in module! (since 6.18), or MODULE_IMPORT_NS("NAMESPACE"); in a C file of the module.

exported twice[.] Previous export was in
The module exports a symbol that the kernel, or another module, exports already.
Rename it, for example with the name of the module in front, or remove its EXPORT_SYMBOL.

modpost: .*[^a-z_]_?mcount[^a-z_].* undefined!
Kbuild asked the compiler for an option (-mfentry), the test failed for a reason of its own, such as a full disk or another compiler, and the objects were built without it.
Run make clean, then make; if it stays so, build with the compiler that built the kernel: make CC=gcc-N.

GPL-incompatible module .*uses GPL-only symbol
The module's license is not compatible with the GPL, and the kernel exports every Rust function only to modules whose license is.
Give it a license that is, in module!: "GPL", "Dual MIT/GPL", "Dual BSD/GPL" or "Dual MPL/GPL".

modpost: (.|.* symbol .)(__((add|sub|mul|div)[hsdtk]f3|float[a-z]+|fix[a-z]+|(eq|ne|lt|le|gt|ge|unord)[hsdtk]f2|(extend|trunc)[hsdtk]f[hsdtk]f2|aeabi_([df][a-z0-9]+|u?[il]2[df])|gnu_[fh]2[fh]_ieee)|f(mod|max|min|maximum_num|minimum_num)(f|l|f128)?)[^a-z_].* undefined!
The module calculates with floating-point numbers, and the kernel has no functions for that: kernel code must not use the floating-point registers.
Calculate with integers, in fixed point if fractions are needed.

modpost: .*(__u?(div|mod|divmod)[dt]i[34]|__aeabi_u?ldivmod|__(ashl|ashr|lshr)ti3|__muloti4).* undefined!
The module calculates with integers that are wider than a register: it divides i128, or i64 on a 32-bit machine; on some machines shifting or multiplying i128 is not possible either.
Calculate with narrower integers, or call the kernel's own function for it (div64_u64, mul_u64_u64_div_u64) through C.

~modpost: .* undefined!
The module calls a function that neither it nor this kernel's list of exported symbols (Module.symvers) has: it is misspelt, not exported to modules, a macro or inline function, or of another module.
Look for it: grep -w NAME KDIR/Module.symvers. If it is a macro or inline, call it from a C file of the module; if another module of yours exports it, build with make KBUILD_EXTRA_SYMBOLS=/path/of/that/Module.symvers.
KBUILD_MODPOST_WARN=1, which some advise, gives a module that does not load.

END
