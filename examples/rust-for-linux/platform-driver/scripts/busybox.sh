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

fail() {
	echo "error: $*" >&2
	exit 1
}

# Any readelf reads the files of every architecture.
readelf=${READELF:-${CROSS_COMPILE:-}readelf}
[ -n "${READELF:-}" ] || command -v "$readelf" >/dev/null || readelf=readelf

needs_libraries() {
	"$readelf" -lW "$1" 2>/dev/null | grep -q INTERP
}

# Prints the first busybox without shared libraries by any of the names that
# distributions give it, otherwise the first of all.
find_busybox() {
	folders=${PATH:-}:/sbin:/usr/sbin
	set -f -- busybox busybox-static busybox.static busybox-musl
	IFS=:
	first=
	for name; do
		for folder in $folders; do
			candidate=${folder:-.}/$name
			if [ ! -f "$candidate" ] || [ ! -x "$candidate" ]; then continue; fi
			if ! needs_libraries "$candidate"; then
				echo "$candidate"
				return
			fi
			first=${first:-$candidate}
		done
	done
	[ -n "$first" ] && echo "$first"
}

if [ -n "${BUSYBOX:-}" ]; then
	[ -x "$BUSYBOX" ] || fail "BUSYBOX is $BUSYBOX, which is no program"
	busybox=$BUSYBOX
elif [ -z "$architecture" ]; then
	busybox=$(find_busybox) ||
		fail "busybox was not found; install a static one (Debian, Ubuntu, openSUSE, Alpine: busybox-static; Fedora, Arch: busybox)"
else
	cache=
	# shellcheck source=/dev/null
	. "$(dirname "$0")/cache.sh"
	busybox=$cache/foreign/$architecture/busybox
	if ! is_intact "$busybox"; then
		work=$(mktemp -d)
		trap 'rm -rf "$work"' EXIT
		trap 'exit 130' INT
		trap 'exit 143' HUP TERM
		sh "$(dirname "$0")/debian-package.sh" "$architecture" "$work" busybox-static ||
			fail "there is no busybox for $architecture (the reason is above); or pass BUSYBOX=FILE"
		# bin is usr/bin on newer systems.
		keep "$(find "$work" -path '*bin/busybox' -type f)" "$busybox" 755 || fail "busybox could not be kept as $busybox"
	fi
fi
! needs_libraries "$busybox" ||
	fail "$busybox needs shared libraries, which the virtual machine does not have; install a static busybox (Debian, Ubuntu, openSUSE, Alpine: busybox-static)"
echo "$busybox"
