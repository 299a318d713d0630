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
	cache=
	# shellcheck source=/dev/null
	. "$(dirname "$0")/cache.sh"
	apt=$cache/foreign/apt
	mkdir -p "$apt/lists/partial" "$apt/archives/partial"
fi

# Runs a program of apt. A value of an option is not read as configuration, as it would be in a file.
with_options() {
	program=$1
	shift
	if [ "$architecture" != "$native" ]; then
		# Nothing is installed there. The lists of other architectures stay.
		set -- -o "APT::Architecture=$architecture" -o "APT::Architectures::=$architecture" \
			-o APT::Get::List-Cleanup=false -o Acquire::Languages=none \
			-o "Dir::State=$apt" -o "Dir::State::lists=$apt/lists" -o Dir::State::status=/dev/null \
			-o "Dir::Cache=$apt" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= "$@"
		# The user that root's apt downloads as cannot enter root's cache.
		[ "$(id -u)" -ne 0 ] || set -- -o APT::Sandbox::User=root "$@"
	fi
	"$program" "$@"
}

known() {
	for package in "$@"; do
		! with_options apt-cache show "$package:$architecture" >/dev/null 2>&1 || return 0
	done
	return 1
}

# Of a source that cannot be read apt keeps the older lists, and they may do.
update() {
	[ "$architecture" != "$native" ] || return 1
	echo "Reading the lists of packages for $architecture ..." >&2
	with_options apt-get -qq update >"$work/update.log" 2>&1 || :
}

download() {
	(cd "$work" && with_options apt-get -qq download "$package:$architecture" >log 2>&1)
}

known "$@" || { update && known "$@"; } ||
	fail "apt knows no package of $* for $architecture: run apt-get update, or see that its sources offer that architecture"
download || { update && known "$@" && download; } ||
	fail "$package for $architecture could not be downloaded: $(tail -n 1 "$work/log")"
dpkg-deb --extract "$work"/*.deb "$folder"
