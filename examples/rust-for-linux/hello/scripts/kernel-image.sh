#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Prints the path of the kernel image of a release: one that is on this machine,
# or else the one in the distribution's package, which is not installed but kept
# in the user's cache.
# Usage: kernel-image.sh RELEASE
set -eu
umask 022

release=$1
caches=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
folder=${caches:-$PWD/.cache}/kernel-rust-module/kernels/$release

for image in "/boot/vmlinuz-$release" "/usr/lib/modules/$release/vmlinuz" \
	"/lib/modules/$release/vmlinuz" "$folder/vmlinuz"; do
	if [ -r "$image" ]; then
		echo "$image"
		exit
	fi
done

fail() {
	echo "error: $*; or pass BOOT_KERNEL=FILE" >&2
	exit 1
}

# From 7.0 on Debian's image is in linux-binary, and linux-image is empty.
for package in "linux-binary-$release" "linux-image-$release" none; do
	! apt-cache show "$package" >/dev/null 2>&1 || break
done
[ "$package" != none ] ||
	fail "no image of Linux $release is on this machine, and apt knows no package of it: run apt-get update"

echo "Downloading $package for its kernel image, without installing it ..." >&2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' HUP TERM
# apt fetches as a user of its own, who must be able to enter.
chmod 755 "$work"
(cd "$work" && apt-get -qq download "$package" >log 2>&1) ||
	fail "$package could not be downloaded: $(tail -n 1 "$work/log")"
for path in "./usr/lib/modules/$release/vmlinuz" "./boot/vmlinuz-$release"; do
	! dpkg-deb --fsys-tarfile "$work"/*.deb | tar -xO "$path" >"$work/vmlinuz" 2>/dev/null || break
done
[ -s "$work/vmlinuz" ] || fail "$package holds no kernel image"

mkdir -p "$folder"
# Another boot may be doing the same.
cp "$work/vmlinuz" "$folder/vmlinuz.$$"
mv "$folder/vmlinuz.$$" "$folder/vmlinuz"
echo "$folder/vmlinuz"
