#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Boots the kernel that a module was built for in a virtual machine, loads and
# unloads the module there, and succeeds only if the module's own log lines of
# this very boot were seen.
# Usage: boot.sh MODULE.ko
#   BOOT_TIMEOUT=120   seconds that the boot may take
#   BOOT_ACCEL=tcg     QEMU's accelerator; kvm is faster where it works
#   BOOT_KERNEL=FILE   kernel image, instead of the one that is looked for
set -eu

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

[ -f "$module" ] || fail "there is no $module; run make first"
case $limit in '' | *[!0-9]*) fail "BOOT_TIMEOUT is $limit, and must be a number of seconds" ;; esac
command -v qemu-system-x86_64 >/dev/null ||
	fail "qemu-system-x86_64 was not found; install it (Debian: qemu-system-x86)"
busybox=$(command -v busybox) || fail "busybox was not found; install it (Debian: busybox-static)"
if "${READELF:-readelf}" -lW "$busybox" | grep -q INTERP; then
	fail "$busybox needs shared libraries, which the virtual machine has not; install busybox-static"
fi

# What modinfo shows, an entry a line: they end with NUL bytes, and the texts of
# some can hold line breaks.
entries=$(LC_ALL=C tr '\n\000' '\r\n' <"$module" | grep -aE '^(vermagic|parmtype)=') ||
	fail "$module is no kernel module"
release=$(echo "$entries" | sed -n 's/^vermagic=\([^ ]*\) .*/\1/p')
kernel=${BOOT_KERNEL:-$(sh "$(dirname "$0")/kernel-image.sh" "$release")} ||
	fail "there is no kernel to boot it with (the reason is above)"
[ -r "$kernel" ] || fail "BOOT_KERNEL is $kernel, which cannot be read"

# A new word for each boot: no line of an older log can be taken for this one's.
token=$(od -An -N8 -tx1 /dev/urandom | tr -d ' \n')
mark="boot-$token"
parameter=
! echo "$entries" | grep -qx 'parmtype=token:charp' || parameter=token=$token

# Everything that the virtual machine runs, as an initial RAM disk.
work=$(mktemp -d)
mkdir -p "$work/root/bin" "$work/root/proc" "$work/root/dev"
cp "$busybox" "$work/root/bin/busybox"
cp "$module" "$work/root/$name.ko"
cat >"$work/root/init" <<INIT
#!/bin/busybox sh
busybox mount -t proc proc /proc
busybox mount -t devtmpfs devtmpfs /dev
say() { echo "<5>$mark: \$*" >/dev/kmsg; }
say loading
if ! busybox insmod /$name.ko $parameter 2>/reason; then
	say "insmod failed: \$(busybox cat /reason)"
else
	say loaded
	if busybox rmmod $name 2>/reason; then say unloaded; else say "rmmod failed: \$(busybox cat /reason)"; fi
fi
busybox poweroff -f
INIT
chmod 755 "$work/root/init"
(cd "$work/root" && find . | "$busybox" cpio -o -H newc 2>/dev/null) >"$work/initramfs" ||
	fail "$busybox cannot write an initramfs; install busybox-static"

echo "Booting Linux with $name.ko: $kernel (log: $log) ..." >&2
accel=${BOOT_ACCEL:-tcg}
case $accel in kvm) cpu=host ;; *) cpu=max ;; esac
: >"$log"
qemu-system-x86_64 -accel "$accel" -cpu "$cpu" -m 512 -smp 1 \
	-kernel "$kernel" -initrd "$work/initramfs" \
	-append "console=ttyS0 loglevel=7 printk.devkmsg=on panic=-1" \
	-display none -monitor none -serial "file:$log" -no-reboot -nic none \
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

# Where the module has the parameter, its lines must repeat the token.
need_own_line() {
	lines "$1" "$2" "$name: " | grep -qF -e "${parameter#token=}" ||
		fail "the module logged no line of its own${parameter:+ with the token of this boot} while it was $2; see $log"
}

bad='Kernel panic|kernel BUG at|BUG: |Oops: |WARNING: |general protection fault'
lines loading '' "(module )?$name: |$bad"
# Trouble before the module is loaded is not the module's, unless the kernel dies.
trouble=$(lines loading '' "$bad")
[ -n "$trouble" ] || trouble=$(grep 'Kernel panic' "$work/log" || :)
[ -z "$trouble" ] || fail "the kernel reported: $(echo "$trouble" | head -n 1); $log has all of it"
refused=$(grep -oE "$mark: (insmod|rmmod) failed: .*" "$work/log" | cut -d' ' -f2- || :)
[ -z "$refused" ] || fail "$refused"
[ -z "$timed_out" ] || fail "it was stopped after $limit seconds (BOOT_TIMEOUT); $log shows how far it came"
grep -q "$mark: loading\$" "$work/log" || fail "the kernel did not come as far as loading the module; see $log"
grep -q "$mark: unloaded\$" "$work/log" || fail "the kernel stopped before the module was unloaded; see $log"
need_own_line loading loaded
need_own_line loaded unloaded
echo "$name: boot OK: loaded and unloaded in Linux $release"
