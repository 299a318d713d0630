#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Prints the path of the kernel image of a release: one that is on this machine,
# or else the one in the distribution's package, which is not installed but kept
# in the user's cache.
# Usage: kernel-image.sh RELEASE [ARCHITECTURE]
#   ARCHITECTURE   Debian's name of one that is not this machine's
set -eu
umask 022

release=$1
architecture=${2:-}
cache=
# shellcheck source=/dev/null
. "$(dirname "$0")/cache.sh"

fail() {
	echo "error: $*; or pass BOOT_KERNEL=FILE" >&2
	exit 1
}

# It comes out of a module, and becomes part of paths and of a package's name.
case $release in '' | [!0-9]* | *[!A-Za-z0-9.+~_-]*) fail "the module names no release of a kernel" ;; esac

# Prints the path of the image among the folders of a system, where there is one.
find_image() {
	for image in "$1/boot/vmlinuz-$release" "$1/boot/vmlinux-$release" "$1/usr/lib/modules/$release/vmlinuz" \
		"$1/usr/lib/modules/$release/vmlinux" "$1/lib/modules/$release/vmlinuz"; do
		if [ -r "$image" ]; then
			echo "$image"
			return
		fi
	done
	return 1
}

if [ -n "$architecture" ]; then
	folder=$cache/foreign/$architecture/kernels/$release
else
	folder=$cache/kernels/$release
	! find_image '' || exit 0
fi
if is_intact "$folder/vmlinuz"; then
	echo "$folder/vmlinuz"
	exit
fi

echo "Downloading the kernel image of $release, without installing it ..." >&2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' HUP TERM
# From 7.0 on Debian's image is in linux-binary, and linux-image is empty.
sh "$(dirname "$0")/debian-package.sh" "${architecture:-native}" "$work" "linux-binary-$release" "linux-image-$release" ||
	fail "there is no image of Linux $release (the reason is above)"
image=$(find_image "$work") || fail "the package of Linux $release holds no kernel image"

keep "$image" "$folder/vmlinuz" 644 || fail "the kernel image could not be kept in $folder"
echo "$folder/vmlinuz"
