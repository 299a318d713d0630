# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh
# The folder for what is made or downloaded once for each user. Sourced by other scripts; sets
#   cache   an absolute path, in the user's cache, or in the module's folder if that cannot be used

cache=$(CDPATH='' cd "$(dirname "$0")/.." && pwd)/.cache

# Whether nobody but this user and root can have changed what is in $1. More words are find's. A
# library that LD_PRELOAD names and that is gone makes every program print an error, and succeed.
only_ours() {
	foreign=$(find "$@" \( -type l -o ! -user "$(id -u)" ! -user 0 -o -perm -020 -o -perm -002 \) 2>/dev/null) &&
		[ -z "$foreign" ]
}

# The SHA-256 of a file's contents.
checksum() {
	sha256sum <"$1" | cut -d' ' -f1
}

# Whether a file in the cache is as it was put there.
is_intact() {
	[ -f "$1" ] && only_ours "$1" && [ "$(checksum "$1")" = "$(cat "$1.sha256" 2>/dev/null)" ] && return
	[ ! -e "$1" ] || echo "$1 is damaged or not this user's: it is downloaded again." >&2
	return 1
}

# Puts a copy of file $1 in the cache as $2, with mode $3. Another script may be doing the same.
keep() {
	mkdir -p "$(dirname "$2")"
	find "$(dirname "$2")" -name '*.new.*' -mmin +60 -exec rm -f {} +
	new=$(mktemp "$2.new.XXXXXX")
	if ! { cp "$1" "$new" && chmod "$3" "$new" && checksum "$new" >"$new.sha256"; }; then
		rm -f "$new" "$new.sha256"
		return 1
	fi
	# Neither replaces a folder, nor follows a link, in its place.
	mv -fT "$new.sha256" "$2.sha256"
	mv -fT "$new" "$2"
}

# A relative XDG_CACHE_HOME is invalid (XDG Base Directory Specification).
caches=${HOME:+$HOME/.cache}
case ${XDG_CACHE_HOME:-} in /*) caches=$XDG_CACHE_HOME ;; esac
case $caches in
/*)
	wanted=$caches/kernel-rust-module
	# Some builds run without a home folder, or with one that cannot be written to.
	if ! mkdir -p "$wanted" 2>/dev/null || [ ! -w "$wanted" ]; then
		:
	elif [ -n "$(find -H "$caches/" -prune \( -user "$(id -u)" -o -user 0 \) \( ! -perm -002 -o -perm -1000 \))" ] &&
		only_ours "$wanted" -prune; then
		cache=$wanted
	else
		echo "Not using the cache $wanted, since other users can change it. $cache is used instead. To use it again: rm -r it, or make it yours and chmod go-w it." >&2
	fi
	;;
esac
