#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Boots the kernel that a module was built for in a virtual machine, loads,
# exercises and unloads the module there (boot-init.sh), and succeeds only if the
# module's own log lines of this very boot were seen.
# Two files beside this one are looked for:
#   boot.conf     a script that sets any of
#                 parameters  the module's, as insmod takes them: 'count=3 loud=1'
#                 devices     QEMU's arguments for more devices: '-device edu'
#                 program     a C program, in the machine /bin/user-test: user/test.c
#   exercise.sh   what is done while the module is loaded (see boot-init.sh)
# Usage: boot.sh MODULE.ko
#   BOOT_TIMEOUT=120   seconds that the boot may take
#   BOOT_ACCEL=tcg     QEMU's accelerator; kvm is faster where it works
#   BOOT_KERNEL=FILE   kernel image, instead of the one that is looked for
#   BUSYBOX=FILE       busybox for the module's architecture, without shared libraries
set -eu

scripts=$(dirname "$0")
module=$1
name=$(basename "$module" .ko)
log=boot.log
limit=${BOOT_TIMEOUT:-120}
work=
qemu=

fail() {
	echo "$name: boot FAILED: $*" >&2
	exit 1
}

cleanup() {
	# A second signal must not cut this short.
	trap '' HUP INT TERM
	if [ -n "$qemu" ]; then
		kill "$qemu" 2>/dev/null || :
		wait "$qemu" 2>/dev/null || :
	fi
	[ -z "$work" ] || rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' HUP TERM

parameters=
devices=
program=
if [ -f "$scripts/boot.conf" ]; then
	# shellcheck source=/dev/null
	. "$scripts/boot.conf"
fi

[ -f "$module" ] || fail "there is no $module; run make first"
case $limit in '' | *[!0-9]*) fail "BOOT_TIMEOUT is $limit, and must be a number of seconds" ;; esac
architecture=
foreign=
emulator=
machine=
package=
console=
cross=
last=
# shellcheck source=/dev/null
. "$scripts/boot-arch.sh"
command -v "$emulator" >/dev/null || fail "$emulator was not found; install it (Debian: $package)"
busybox=$(sh "$scripts/busybox.sh" "$foreign") || fail "there is no busybox to boot it with (the reason is above)"

# What modinfo shows, an entry a line: they end with NUL bytes, and the texts of
# some can hold line breaks.
entries=$(LC_ALL=C tr '\n\000' '\r\n' <"$module" | grep -aE '^(vermagic|parmtype)=') ||
	fail "$module is no kernel module"
release=$(echo "$entries" | sed -n 's/^vermagic=\([^ ]*\) .*/\1/p')
kernel=${BOOT_KERNEL:-$(sh "$scripts/kernel-image.sh" "$release" "$foreign")} ||
	fail "there is no kernel to boot it with (the reason is above)"
[ -r "$kernel" ] || fail "BOOT_KERNEL is $kernel, which cannot be read"

# A new word for each boot: no line of an older log can be taken for this one's.
token=$(od -An -N8 -tx1 /dev/urandom | tr -d ' \n')
mark="boot-$token"
own_word=
if echo "$entries" | grep -qx 'parmtype=token:charp'; then
	own_word=$token
	parameters="$parameters token=$token"
fi

# The C program $1 becomes $2, which needs no libraries.
compile_program() {
	if [ -n "$foreign" ]; then
		compiler=${CROSS_COMPILE:-$cross}gcc
		library=libc6-dev-$architecture-cross
	else
		compiler=${CC:-$(command -v "${CROSS_COMPILE:-}gcc" || command -v cc || command -v clang)} ||
			fail "there is no C compiler to build $1 with; install gcc"
		library='libc6-dev, Fedora: glibc-static'
	fi
	# CC may be several words.
	echo 'int main(void) { return 0; }' | $compiler -static -x c -o "$2" - >"$work/cc.log" 2>&1 ||
		fail "$compiler cannot build a program without shared libraries, as $1 must be; install the static C library" \
			"(Debian: $library); it said: $(head -n 1 "$work/cc.log")"
	$compiler -static -O2 -Wall -o "$2" "$1" >&2 || fail "$1 could not be compiled (the reason is above)"
}

# Everything that the virtual machine runs, as an initial RAM disk.
work=$(mktemp -d)
mkdir -p "$work/root/bin" "$work/root/proc" "$work/root/sys" "$work/root/dev"
cp "$busybox" "$work/root/bin/busybox"
cp "$module" "$work/root/$name.ko"
cp "$scripts/boot-init.sh" "$work/root/init"
chmod 755 "$work/root/init"
while_loaded=loaded
lived='loaded and unloaded'
if [ -f "$scripts/exercise.sh" ]; then
	while_loaded='loaded and exercised'
	lived='loaded, exercised and unloaded'
	cp "$scripts/exercise.sh" "$work/root/exercise.sh"
fi
[ -z "$program" ] || compile_program "$program" "$work/root/bin/user-test"
printf '%s\n' "$parameters" >"$work/root/parameters"
printf '%s\n' "module=$name" "mark=$mark" "last='$last'" >"$work/root/settings"
# A cpio of this machine's own, whatever the module is for.
archive() {
	if command -v busybox >/dev/null; then
		busybox cpio "$@"
	elif command -v cpio >/dev/null; then
		cpio "$@"
	else
		"$busybox" cpio "$@"
	fi
}
(cd "$work/root" && find . | archive -o -H newc 2>"$work/cpio.log") >"$work/initramfs" ||
	fail "the initramfs could not be written; install cpio or busybox-static (it said: $(tail -n 1 "$work/cpio.log"))"

echo "Booting Linux with $name.ko: $kernel (log: $log) ..." >&2
accel=${BOOT_ACCEL:-tcg}
case $accel in kvm) machine=$(echo "$machine" | sed 's/-cpu [^ ]*/-cpu host/') ;; esac
: >"$log"
# shellcheck disable=SC2086 # machine and devices are many words
"$emulator" $machine -accel "$accel" -m 512 -smp 1 \
	-kernel "$kernel" -initrd "$work/initramfs" \
	-append "console=$console loglevel=7 printk.devkmsg=on printk.time=1 panic=-1" \
	-display none -monitor none -serial "file:$log" -no-reboot -nic none $devices \
	</dev/null >"$work/qemu.log" 2>&1 &
qemu=$!
seconds=0
while kill -0 "$qemu" 2>/dev/null && [ "$seconds" -lt "$limit" ]; do
	sleep 1
	seconds=$((seconds + 1))
done
timed_out=
if kill -0 "$qemu" 2>/dev/null; then
	timed_out=yes
else
	wait "$qemu" || fail "QEMU ended with an error: $(tail -n 1 "$work/qemu.log")"
	qemu=
fi
tr -d '\r' <"$log" >"$work/log"

# The lines of the log from this boot's mark $1 to its mark $2 (the end if
# there is none) that match $3, without what the kernel says of every module
# that is not its own.
lines() {
	sed -n "/$mark: $1\$/,/$mark: ${2:-no such mark}\$/p" "$work/log" | grep -E "^\[[ 0-9.]+\] ($3)" |
		grep -vE "$name: (loading out-of-tree module taints|module verification failed|module license )" || :
}

# What a driver says of a device has the device's name too.
own="$name( [^ ]+)?: "

# Where the module has the parameter, its lines must repeat the token.
need_own_line() {
	lines "$1" "$2" "$own" | grep -qF -e "$own_word" ||
		fail "the module logged no line of its own${own_word:+ with the token of this boot} while it was $3; see $log"
}

# How each architecture begins what it has to say (arch/*/kernel/traps.c, arch/*/mm/fault.c).
bad='Kernel panic|[Kk]ernel (BUG at|bug detected)|BUG: |Oops( - |: |\[)|WARNING: |general protection fault|Internal error: |(CPU [0-9]+ )?Unable to handle kernel '
lines loading '' "(module )?$own|$mark: exercise: |$bad" | sed "s/$mark: //"
# Trouble before the module is loaded is not the module's, unless the kernel dies.
trouble=$(lines loading '' "$bad")
[ -n "$trouble" ] || trouble=$(grep 'Kernel panic' "$work/log" || :)
[ -z "$trouble" ] || fail "the kernel reported: $(echo "$trouble" | head -n 1); $log has all of it"
failed=$(sed -n "s/.*$mark: FAILED: //p" "$work/log" | head -n 1)
if [ -n "$failed" ]; then
	sh "$(dirname "$0")/explain.sh" "$work/log" >&2
	fail "$failed"
fi
[ -z "$timed_out" ] || fail "it was stopped after $limit seconds (BOOT_TIMEOUT); $log shows how far it came"
grep -q "$mark: loading\$" "$work/log" || fail "the kernel did not come as far as loading the module; see $log"
grep -q "$mark: loaded\$" "$work/log" || fail "the kernel stopped before the module was loaded; see $log"
grep -q "$mark: unloading\$" "$work/log" || fail "the kernel stopped while the module was exercised; see $log"
grep -q "$mark: unloaded\$" "$work/log" || fail "the kernel stopped before the module was unloaded; see $log"
# A driver may have nothing to say before the exercise has found it a device.
need_own_line loading unloading "$while_loaded"
need_own_line unloading unloaded unloaded
echo "$name: boot OK: $lived in Linux $release"
