#!/bin/sh
# enter.sh LOWER UPPER WORK LEFT CWD UID COMMAND...
# Runs COMMAND inside a root made of layers. To be run by `unshare --mount --pid --fork --kill-child`, so that every
# mount and every process is gone when this ends. LAB_BINDS has lines "FROM TO" of what the root sees of this machine.
# Writes the names of the processes that COMMAND left running to the file LEFT.
set -eu
lower=$1 upper=$2 work=$3 left=$4 cwd=$5 uid=$6
shift 6

mkdir -p "$work/overlay" "$work/root"
root=$work/root
# volatile: nothing here has to outlive a crash of this machine, so nothing waits for the disk.
mount -t overlay overlay -o "lowerdir=$lower,upperdir=$upper,workdir=$work/overlay,volatile" "$root"

mount -t proc proc "$root/proc"
mount -t tmpfs -o mode=755 dev "$root/dev"
mknod -m 666 "$root/dev/null" c 1 3
mknod -m 666 "$root/dev/zero" c 1 5
mknod -m 666 "$root/dev/full" c 1 7
mknod -m 666 "$root/dev/random" c 1 8
mknod -m 666 "$root/dev/urandom" c 1 9
mknod -m 666 "$root/dev/tty" c 5 0
ln -s /proc/self/fd "$root/dev/fd"
ln -s pts/ptmx "$root/dev/ptmx"
mkdir "$root/dev/pts" "$root/dev/shm"
mount -t devpts -o ptmxmode=0666,mode=620,gid=5 devpts "$root/dev/pts"
mount -t tmpfs -o mode=1777 shm "$root/dev/shm"

printf '%s\n' "$LAB_BINDS" | while read -r from to; do
	[ -n "$from" ] || continue
	if [ -d "$from" ]; then mkdir -p "$root$to"; else [ -e "$root$to" ] || { mkdir -p "$root${to%/*}" && : >"$root$to"; }; fi
	mount --rbind "$from" "$root$to"
	mount -o remount,bind,ro "$root$to"
done
unset LAB_BINDS

status=0
chroot "$root" env --chdir="$cwd" setpriv --reuid "$uid" --regid "$uid" --clear-groups "$@" || status=$?

running() {
	for folder in "$root"/proc/[0-9]*; do
		[ "${folder##*/}" = 1 ] && continue
		state=$(sed -n 's/^State:[[:space:]]*\(.\).*/\1/p' "$folder/status" 2>/dev/null) || continue
		# sed itself is seen, too: what has ended by now is not running.
		if [ "$state" != Z ] && [ -e "$folder" ]; then cat "$folder/comm" 2>/dev/null || :; fi
	done
}
# A process that was told to end may take a moment to do so.
for _ in 1 2 3 4 5 6 7 8 9 10; do
	running >"$left"
	[ -s "$left" ] || break
	sleep 0.2
done
exit "$status"
