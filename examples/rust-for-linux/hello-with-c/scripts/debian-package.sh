#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Downloads packages of a Debian architecture and unpacks them into a folder,
# without installing them. For another architecture than the machine's, apt keeps
# lists of their own in the user's cache, and the system's stay as they are.
# Signatures are checked as always: sources and keys are the system's.
# Usage: debian-package.sh ARCHITECTURE FOLDER PACKAGE...
#   ARCHITECTURE   Debian's name for it, or native
#   PACKAGE...     the first that apt knows is taken
set -eu
umask 022

architecture=$1
folder=$2
shift 2

fail() {
	echo "error: $*" >&2
	exit 1
}

native=$(dpkg --print-architecture 2>/dev/null) || fail "this machine has no dpkg, which unpacks Debian's packages"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' HUP TERM
# apt downloads as a user of its own, who must be able to enter.
chmod 755 "$work"

[ "$architecture" != native ] || architecture=$native
if [ "$architecture" != "$native" ]; then
	caches=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
	apt=${caches:-$PWD/.cache}/kernel-rust-module/foreign/apt
	mkdir -p "$apt/lists/partial" "$apt/archives/partial"
	# Nothing is installed there. The lists of other architectures stay.
	cat >"$work/apt.conf" <<-EOF
		APT::Architecture "$architecture";
		APT::Architectures { "$architecture"; };
		APT::Get::List-Cleanup "false";
		Acquire::Languages "none";
		Dir::State "$apt";
		Dir::State::lists "$apt/lists";
		Dir::State::status "/dev/null";
		Dir::Cache "$apt";
		Dir::Cache::pkgcache "";
		Dir::Cache::srcpkgcache "";
	EOF
	# The user that root's apt downloads as cannot enter root's cache.
	[ "$(id -u)" -ne 0 ] || echo 'APT::Sandbox::User "root";' >>"$work/apt.conf"
	export APT_CONFIG="$work/apt.conf"
fi

known() {
	for package in "$@"; do
		! apt-cache show "$package:$architecture" >/dev/null 2>&1 || return 0
	done
	return 1
}

# Of a source that cannot be read apt keeps the older lists, and they may do.
update() {
	[ "$architecture" != "$native" ] || return 1
	echo "Reading the lists of packages for $architecture ..." >&2
	apt-get -qq update >"$work/update.log" 2>&1 || :
}

download() {
	(cd "$work" && apt-get -qq download "$package:$architecture" >log 2>&1)
}

known "$@" || { update && known "$@"; } ||
	fail "apt knows no package of $* for $architecture: run apt-get update, or see that its sources offer that architecture"
download || { update && known "$@" && download; } ||
	fail "$package for $architecture could not be downloaded: $(tail -n 1 "$work/log")"
dpkg-deb --extract "$work"/*.deb "$folder"
