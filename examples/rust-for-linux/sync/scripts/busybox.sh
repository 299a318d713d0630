#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Prints the path of a busybox without shared libraries for an architecture:
# $BUSYBOX, or else this machine's own, or for another architecture the one in
# Debian's package, which is kept in the user's cache.
# Usage: busybox.sh [ARCHITECTURE]
#   ARCHITECTURE   Debian's name of one that is not this machine's
set -eu
umask 022

architecture=${1:-}
caches=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
folder=${caches:-$PWD/.cache}/kernel-rust-module/foreign/$architecture

fail() {
	echo "error: $*" >&2
	exit 1
}

if [ -n "${BUSYBOX:-}" ]; then
	[ -x "$BUSYBOX" ] || fail "BUSYBOX is $BUSYBOX, which is no program"
	busybox=$BUSYBOX
elif [ -z "$architecture" ]; then
	busybox=$(command -v busybox) || fail "busybox was not found; install it (Debian: busybox-static)"
else
	busybox=$folder/busybox
	if [ ! -x "$busybox" ]; then
		work=$(mktemp -d)
		trap 'rm -rf "$work"' EXIT
		trap 'exit 130' INT
		trap 'exit 143' HUP TERM
		sh "$(dirname "$0")/debian-package.sh" "$architecture" "$work" busybox-static ||
			fail "there is no busybox for $architecture (the reason is above); or pass BUSYBOX=FILE"
		mkdir -p "$folder"
		# bin is usr/bin on newer systems.
		cp "$(find "$work" -path '*bin/busybox' -type f)" "$busybox.$$"
		mv "$busybox.$$" "$busybox"
	fi
fi
# Any of them reads the files of every architecture.
readelf=${READELF:-${CROSS_COMPILE:-}readelf}
[ -n "${READELF:-}" ] || command -v "$readelf" >/dev/null || readelf=readelf
if "$readelf" -lW "$busybox" | grep -q INTERP; then
	fail "$busybox needs shared libraries, which the virtual machine has not; install busybox-static"
fi
echo "$busybox"
