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
If the message names compiler_builtins, an object of a build with cargo is linked in: leave it out, since scripts/core.sh compiles core for the kernel without those functions. Otherwise remove target-cpu and target-feature from the flags.

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

target file "[^"]*target[.]json" does not exist
The file Kbuild names a further .rs file, and Kbuild compiles that by its own rule, which needs a kernel with Rust; here rustc compiles all of them at once, beginning with src/lib.rs.
Remove that object from Kbuild and write mod NAME; in src/lib.rs, with the file src/NAME.rs.

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

error: unknown (unstable|codegen) option: |error loading target specification: |data-layout for target .* differs from LLVM target
This rustc does not know an option that the build passes: it is older than 1.85, or newer than this module was made for.
Name another: make RUSTC=FILE RUST_LIB_SRC=DIR; kernel-rust-module probe lists those of this machine.

cannot find macro `e?print(ln)?` in this scope
println! writes to a terminal, and a kernel module has none: it writes to the log of the kernel.
Write pr_info!("…"), or pr_err!, pr_warn!, pr_debug! (use kernel::prelude::*;); sudo dmesg shows it.

~cannot find macro `(pr_(emerg|alert|crit|err|warn|notice|info|debug|cont)|dev_(err|warn|info|dbg)|try_format|c_str|kvec|module)` in this scope
The macro exists, and this file does not import it.
Write use kernel::prelude::*; at the top of the file, or the use line that rustc suggests.

cannot find macro `vec` in this scope
vec! cannot report that there is no memory, so kernel code does not have it.
Write Vec::try_from_iter([1, 2])?, or start with Vec::new() and call v.try_push(1)?.

cannot find macro `format` in this scope
format! cannot report that there is no memory, so kernel code does not have it.
Write try_format!("{x}")?, which gives a String; pr_info! formats without one.

no method named `(push|insert|extend|extend_from_slice|append|resize|reserve|with_capacity|to_vec|push_str|to_string|to_owned|into_boxed_slice|concat|join|repeat)` found for (struct|type|reference|array|slice) 
This function allocates memory and cannot report that there is none, so kernel code does not have it.
Use the fallible one with ?: v.try_push(x)?, v.try_extend_from_slice(s)?, v.try_reserve(n)?, Vec::try_from_iter(i)?, String::try_from_str(s)?, s.try_push_str(t)?, try_format!("{x}")?.
What rustc suggests instead (another method, importing std) does not help.

no (function or associated item|associated function or constant|associated item) named `(new|with_capacity|from_iter|pin|from)` found for struct `[a-z_:]*(Box|Arc|Rc|Vec|String)<?
This function allocates memory and cannot report that there is none, so kernel code does not have it.
Use the fallible one with ?: Box::try_new(x)?, Arc::try_new(x)?, Rc::try_new(x)?, Vec::try_from_iter(i)?.

the trait bound `[^`]*String: From<&
String::from allocates memory and cannot report that there is none, so kernel code does not have it.
Write String::try_from_str("x")?, or keep a &'static str.

a value of type `[^`]*(Vec|String|Box)[^`]*` cannot be built from an iterator
collect allocates memory and cannot report that there is none, so kernel code does not have it.
Write Vec::try_from_iter(iterator)?.

(undeclared type|cannot find type) `(HashMap|HashSet|BTreeMap|BTreeSet|VecDeque)`
Collections of std are not there: they allocate memory and cannot report that there is none.
Keep a sorted Vec and use binary_search, or write the few lines needed over Vec.

(undeclared crate or module|unresolved module or unlinked crate|unresolved import|cannot find module or crate|can.t find crate for) `std(::[^`]*)?`|use of undeclared type `std::|cannot find macro `(thread_local)` in this scope
A kernel module has no std: std needs an operating system below it.
Use core (core::fmt, core::mem, core::time …) and use kernel::prelude::*; for Vec, Box, Arc, String and the log. If the file has no #![no_std], write it as its first line. Threads, files and sockets are functions of the kernel, called through C.
rustc's advice (cargo build -Zbuild-std) does not help.

can.t find crate for `|you might be missing a crate named|use of (undeclared crate or module|unresolved module or unlinked crate) `|cannot find module or crate `
The source names a crate or module that is not there: a kernel module has no Cargo.toml and no crates of a registry.
Declare a module that you mean (mod NAME; for src/NAME.rs). Of a crate that is #![no_std] and small, copy the sources into src/ if its license allows it; otherwise use core and kernel::prelude.

~unresolved imports? `kernel::|cannot find (type|trait|function|macro)[^`]* `(K?KVec|KVVec|VVec|KBox|VBox|ThisModule|SpinLock|CondVar|ARef|c_str|new_mutex|new_spinlock|kvec|pin_init|try_pin_init|pin_data|vtable|dev_(err|warn|info|dbg))`|undeclared type `(KVec|KBox|SpinLock)`|could not find `[a-z_]+` in `kernel`
The source uses Rust for Linux's kernel crate, and this is a freestanding module: its crate of that name is the small layer in kernel/, which does not have this.
Use what kernel/lib.rs lists (Vec, Box, Arc, String, Result, pr_info!), or scaffold a module for the other crate: kernel-rust-module new NAME --flavour rust-for-linux, which needs a kernel built with CONFIG_RUST.

no rules expected (keyword|the token|reserved identifier) `type`
This module! has the keys of Rust for Linux, and this is a freestanding module, which says in C what those keys say.
Write kernel::module!(TYPE); in src/lib.rs, and author, description and license as macros in src/module.c.

rust_(init|exit).* undefined!|undefined (reference to|symbol:) .?rust_(init|exit)
src/lib.rs has no module!, which makes the functions that run when the module is loaded and unloaded.
Write kernel::module!(TYPE); once, with the type that implements Module.

symbol `rust_(init|exit)` (is|was) already defined|multiple definition of .?rust_(init|exit)
The source has two module!, and a module has exactly one.
Remove one. A second module is a second folder: kernel-rust-module new NAME.

rust_param_[a-z]+_[A-Za-z0-9_]+.* undefined!|undefined (reference to|symbol:) .?rust_param_
params! of src/lib.rs has a parameter, and src/module.c does not declare it, or declares it with another type: the name in the message is rust_param_TYPE_NAME.
Add it to src/module.c with the same type and name, for example RUST_PARAM_UINT(count, 5, 0444, "how many");, or remove it from params!.

rust_has_param_[A-Za-z0-9_]+.* undefined!|undefined (reference to|symbol:) .?rust_has_param_
src/module.c declares a parameter for Rust, and params! of src/lib.rs does not have it: the name in the message is rust_has_param_NAME.
Add it to params! with the same name and type, for example kernel::params! { count: uint }, or remove it from src/module.c.

kernel/params[.]rs:[0-9]+
params! has a parameter of a type that it does not know.
Use charp, int, uint or bool, as in params! { count: uint }, and the same type in src/module.c.

cannot find macro `(module_param(_[a-z]+)?|MODULE_[A-Z_]+|module_init|module_exit|printk|EXPORT_SYMBOL(_GPL)?)` in this scope
This is a macro of C, and Rust does not have it.
Declare parameters in src/module.c (RUST_PARAM_UINT(count, 5, 0444, "how many");) and in src/lib.rs (kernel::params! { count: uint }), then call params::count(); author, license and description also stand in src/module.c.

~error: (usage of an `unsafe` block|declaration of (a|an) `?(no_mangle|unsafe|export_name)|implementation of an `unsafe`|`extern` block uses)
src/ denies unsafe code (#![deny(unsafe_code)] in src/lib.rs), so that all of it is in kernel/, where it is reviewed.
Put the call into a safe function in a file of kernel/ (as shim.rs and shim.c do), say in a SAFETY comment why it is sound, and call that function; or remove the line #![deny(unsafe_code)].

E0583.*file not found for module
mod NAME; declares a file that is not there.
Create src/NAME.rs, or remove the line; upper and lower case count.

error: couldn.t read `
include!, include_str! or include_bytes! names a file that is not there.
Create it; the path is relative to the file with that line.

environment variable `CARGO[A-Z_]*` not defined at compile time
Kbuild compiles the module, and the variables that Cargo sets are not there.
Write the text into the source, or use option_env! with a default.

E0658.*use of unstable library feature
The source uses a part of core that is not stable Rust and that is not switched on here.
Use another function; or add #![feature(NAME)] as the first line of src/lib.rs, and expect to change it with each rustc.

E0277.*cannot be (shared|sent) between threads safely
A static, or what a module owns, is used by several processors at once, and this type is not made for that.
Use an atomic of core::sync::atomic, or keep the value in the struct of the module.

E0133.*use of mutable static is unsafe
static mut can be changed by several processors at the same time, which Rust does not allow without unsafe.
Use an atomic: static COUNT: AtomicU32 = AtomicU32::new(3); (core::sync::atomic), or keep the value in the struct of the module.

#.global_allocator.. in this crate conflicts
The source has a global allocator, and kernel/alloc.rs has one already.
Remove the #[global_allocator].

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
Write MODULE_IMPORT_NS("NAMESPACE"); in src/module.c (up to 6.12 without the quotes).

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

Unknown rela relocation: (9|41|42)$
An object of the module reads addresses from a global offset table, which a kernel does not have.
Find it with make check, and compile it with the flags that the rest of the module is compiled with.

stack guard page was hit|kernel stack overflow|Insufficient stack space to handle exception|double fault: 0000
The kernel stack is full: it has 16 KiB (8 KiB on 32-bit machines) for all functions that are running, and this one has a large array or value on it, or calls itself.
Keep large values in a Box (Box::try_new) or Vec, or in a static, and recursion out.

BUG: (scheduling while atomic|sleeping function called from invalid context)
The module sleeps where it must not: while it holds a spinlock, in an interrupt or in a timer. Waiting for a mutex sleeps, and so does allocating with GFP_KERNEL.
Allocate before taking the lock, or use a mutex or a work item instead.

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
Kbuild names an object for which there is no source (NAME.c for NAME.o): a file was renamed, or the name is misspelt.
Compare the names in the file Kbuild with the sources.

Circular .*[.]o <- .*[.]o dependency dropped|input file .* is the same as output file|ld(|[.]lld|[.]bfd): (error: )?cannot (open|find) [^ ]*[.]o
A module of several objects has the same name as one of them, so Kbuild builds the object out of itself.
Rename that source: in Kbuild, NAME-y := NAME_main.o NAME_c.o.
What modpost says after it (missing MODULE_LICENSE) only follows from this.

(multiple definition of|duplicate symbol:) .?(init_module|cleanup_module)
Two sources of one module declare its entry: kernel/shim.c does, on behalf of module! in src/lib.rs, and another C file has module_init as well.
Keep it in one of them, and let that one call functions of the other.

[*][*][*] missing (separator|.endif.)
A Makefile is malformed where the message says: a command not indented with a tab, a line that is no assignment, or ifdef without endif.
Go to that line of that file. Commands begin with one tab, not with spaces (some editors replace it); every ifdef, ifeq and define needs its end.

No rule to make target '[^']*(module[.]lds|modules[.]order|autoconf[.]h|bounds[.]h|asm-offsets[.]h)'|No rule to make target 'modules'|Makefile[.](build|modpost|modfinal|compiler|lib): No such file|Kbuild[.]include: No such file
Files that prepare a kernel tree for building modules are missing in it: it is incomplete, or was cleaned.
Reinstall the headers package (Debian: apt-get install --reinstall linux-headers-RELEASE and the linux-kbuild and -common packages it depends on); in a source tree of your own: make modules_prepare.

~missing MODULE_LICENSE[(][)]
A module has no MODULE_LICENSE: src/module.c says it, and every further module of Kbuild needs its own.
Write MODULE_LICENSE("GPL"); in one C file of the module that the message names.

modpost: .* uses symbol .* from namespace .*, but does not import it
The kernel exports this function only to modules that name its namespace; the message says which.
Write MODULE_IMPORT_NS("NAMESPACE"); in src/module.c (up to 6.12 without the quotes).

exported twice[.] Previous export was in
The module exports a symbol that the kernel, or another module, exports already.
Rename it, for example with the name of the module in front, or remove its EXPORT_SYMBOL.

modpost: .*[^a-z_]_?mcount[^a-z_].* undefined!
Kbuild asked the compiler for an option (-mfentry), the test failed for a reason of its own, such as a full disk or another compiler, and the objects were built without it.
Run make clean, then make; if it stays so, build with the compiler that built the kernel: make CC=gcc-N.

GPL-incompatible module .*uses GPL-only symbol
The module's license is not compatible with the GPL, and it uses functions that the kernel exports only to modules whose license is.
Give it a license that is, in MODULE_LICENSE of src/module.c: "GPL", "Dual MIT/GPL", "Dual BSD/GPL" or "Dual MPL/GPL".

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
