#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Boots the kernel that a module was built for in a virtual machine, where
# boot-init.sh loads, exercises and unloads the module, and succeeds only if the
# kernel's log shows all of that, and no trouble (boot-verdict.sh).
# Two files beside this one are looked for:
#   boot.conf     a script that sets any of
#                 parameters  the module's, as insmod takes them: 'count=3 loud=1'
#                 devices     QEMU's arguments for more devices: '-device edu'
#                 program     a C program, in the machine /bin/user-test: user/test.c
#   exercise.sh   what is done while the module is loaded (see boot-init.sh)
# Usage: boot.sh MODULE.ko
#   BOOT_TIMEOUT=180   seconds that the boot may take; insmod and rmmod may each take a sixth
#   BOOT_ACCEL=tcg     QEMU's accelerator; kvm is faster where it works
#   BOOT_KERNEL=FILE   kernel image, instead of the one that is looked for
#   BUSYBOX=FILE       busybox for the module's architecture, without shared libraries
set -eu

scripts=$(dirname "$0")
module=$1
name=$(basename "$module" .ko)
log=boot.log
limit=${BOOT_TIMEOUT:-180}
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
processors=
options=
# shellcheck source=/dev/null
. "$scripts/boot-arch.sh"
[ -z "$foreign" ] || export CROSS_COMPILE="${CROSS_COMPILE:-$cross}"
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
if echo "$entries" | grep -qx 'parmtype=token:charp'; then
	parameters="$parameters token=$token"
fi

# The C program $1 becomes $2, which needs no libraries.
compile_program() {
	if [ -n "$foreign" ]; then
		compiler=${CROSS_COMPILE}gcc
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
# The kernel knows a-b as a_b.
kernel_name=$(printf '%s' "$name" | tr - _)
cp "$module" "$work/root/$kernel_name.ko"
cp "$scripts/boot-init.sh" "$work/root/init"
chmod 755 "$work/root/init"
[ ! -f "$scripts/exercise.sh" ] || cp "$scripts/exercise.sh" "$work/root/exercise.sh"
[ -z "$program" ] || compile_program "$program" "$work/root/bin/user-test"
printf '%s\n' "$parameters" >"$work/root/parameters"
printf '%s\n' "module='$kernel_name'" "mark=$mark" "last='$last'" "patience=$((limit < 60 ? 5 : limit / 12))" >"$work/root/settings"
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

accel=${BOOT_ACCEL:-tcg}
case $accel in kvm) machine=$(echo "$machine" | sed 's/-cpu [^ ]*/-cpu host/') ;; esac

# Boots once, and returns the exit status of boot-verdict.sh.
boot() {
	: >"$log"
	# slub_debug finds what is written to freed memory and past an allocation's end, as far as a stock kernel can.
	# shellcheck disable=SC2086 # machine and devices are many words
	"$emulator" $machine -accel "$accel" -m 512 -smp "$processors" \
		-kernel "$kernel" -initrd "$work/initramfs" \
		-append "console=$console loglevel=7 printk.devkmsg=on printk.time=1 panic=-1 slub_debug=FZPU,kmalloc-* $options" \
		-display none -monitor none -serial "file:$log" -no-reboot -nic none $devices \
		</dev/null >"$work/qemu.log" 2>&1 &
	qemu=$!
	seconds=0
	while kill -0 "$qemu" 2>/dev/null && [ "$seconds" -lt "$limit" ]; do
		sleep 1
		seconds=$((seconds + 1))
	done
	stopped=
	if kill -0 "$qemu" 2>/dev/null; then
		stopped=$limit
		kill "$qemu"
		wait "$qemu" || :
	else
		wait "$qemu" || fail "QEMU ended with an error: $(tail -n 1 "$work/qemu.log")"
	fi
	qemu=
	sh "$scripts/boot-verdict.sh" "$log" "$module" "$mark" "$stopped"
}

echo "Booting Linux with $name.ko: $kernel (log: $log) ..." >&2
verdict=0
boot || verdict=$?
if [ "$verdict" -eq 75 ]; then
	echo "That is not the module's: trying once more ..." >&2
	verdict=0
	boot || verdict=$?
	[ "$verdict" -ne 75 ] || fail "the virtual machine failed twice before the module was loaded; see $log"
fi
[ "$verdict" -eq 0 ] || exit "$verdict"
