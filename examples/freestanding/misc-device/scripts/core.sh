#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Builds core, compiler_builtins and alloc once for each user, compiler, library
# source, target and flags, and writes the path of the folder they are in to FILE.
# Usage: RUSTC= RUSTC_ID= RUST_LIB_SRC= RUST_TARGET= RUST_TARGET_FEATURES= RUST_TARGET_ABI= RUST_FLAGS= core.sh FILE
set -eu
umask 022

file=$1
cache=
# shellcheck source=/dev/null
. "$(dirname "$0")/cache.sh"
module=$(CDPATH='' cd "$(dirname "$0")/.." && pwd)
library=$RUST_LIB_SRC
version=$(echo "$RUSTC_ID" | cut -d' ' -f2)

made_with() {
	printf '%s\n' "$RUSTC_ID" "$library" "$RUST_TARGET" "$RUST_TARGET_FEATURES" "$RUST_TARGET_ABI" "$RUST_FLAGS"
}

# Sizes and times stand for the contents: they are read in a few milliseconds.
key=$({
	made_with
	grep -hv -e '^# ' -e '^// ' "$0" "$module/kernel/compiler_builtins.rs"
	# Some versions keep core's processor functions in stdarch.
	find -L "$library/core" "$library/alloc" "$library/stdarch" -name '*.rs' -exec stat -L -c '%n %s %Y' {} + 2>/dev/null | sort
} | sha256sum | cut -c1-32)

mkdir -p "$cache/core"
entry=$cache/core/$key
building=$entry.building.$$

# What the libraries in a folder, and what they were made with, add up to.
sum() {
	(cd "$1" && cat made-with ./*.* | sha256sum)
}

is_usable() {
	[ "$(cat "$entry/made-with" 2>/dev/null)" = "$(made_with)" ] && only_ours "$entry" &&
		[ "$(cat "$entry/checksum")" = "$(sum "$entry")" ]
}

# A shell heeds no signal while it waits for a program in the foreground.
child=
run() {
	"$@" &
	child=$!
	wait "$child" && child=
}

cleanup() {
	if [ -n "$child" ]; then
		kill "$child" 2>/dev/null || :
		wait "$child" || :
	fi
	rm -rf "$building"
}

compile() {
	crate=$1
	shift
	# shellcheck disable=SC2086 # the compiler may be several words, the flags are
	run env MAKEFLAGS= RUSTC_BOOTSTRAP=1 $RUSTC --sysroot=/dev/null --target="$target" \
		$RUST_FLAGS --crate-name "$crate" --crate-type rlib --cap-lints allow \
		-L "$building" --out-dir "$building" "$@" >>"$building/log" 2>&1 && return
	child=
	if grep -qs 'No space left on device' "$building/log" || [ "$(df -Pk "$cache" | awk 'NR == 2 { print $4 }')" -lt 1024 ]; then
		fail "the disk of $cache is full: free some space, or set XDG_CACHE_HOME to a folder on another disk"
	fi
	mv -fT "$building/log" "$entry.log"
	why=$(grep -m 1 '^error' "$entry.log" || :)
	fail "rustc $version could not compile $crate from $library; $entry.log shows why${why:+: $why}"
}

edition() {
	sed -n 's/^edition *= *"\([0-9]*\)".*/\1/p' "$library/$1/Cargo.toml"
}

fail() {
	echo "error: $*" >&2
	exit 1
}

# rustc may work for ever on the library source of another version, so it is
# asked first: the newest thing that it declares stable tells its version.
check_source() {
	if grep -rqw CURRENT_RUSTC_VERSION "$library/core/src"; then
		case $version in *-nightly | *-dev) return ;; esac
		source_version="a nightly"
	else
		minor=$(grep -rhoE 'stable\(feature = "[a-z0-9_]+", since = "1\.[0-9]+' "$library/core/src" | sed 's/.*\.//' | sort -n | tail -n 1)
		case $version in 1."$minor".*) return ;; esac
		source_version="1.$minor"
	fi
	fail "$RUSTC is rustc $version, but the library source at $library is that of $source_version:" \
		"install the source of $version (rustup component add rust-src, Debian 13: rust-src," \
		"Debian 12: rust-web-src) or pass RUST_LIB_SRC=DIR, the folder that holds its core/src/lib.rs"
}

# The target's own description, with our features (and the ABI that goes with
# them), which rustc would warn of on its command line.
describe_target() {
	# shellcheck disable=SC2086 # the compiler may be several words
	RUSTC_BOOTSTRAP=1 $RUSTC -Zunstable-options --print target-spec-json --target "$RUST_TARGET" >"$1"
	# Of a feature that is named twice the last counts. Not every target has any.
	if grep -q '^  "features": "' "$1"; then
		sed -i "s/^\(  \"features\": \".*\)\"/\1,$RUST_TARGET_FEATURES\"/" "$1"
	else
		sed -i "s/^  \"llvm-target\": /  \"features\": \"$RUST_TARGET_FEATURES\",\n&/" "$1"
	fi
	if [ -n "$RUST_TARGET_ABI" ]; then
		sed -i "s/^  \"llvm-target\": /  \"rustc-abi\": \"$RUST_TARGET_ABI\",\n&/" "$1"
	fi
	grep -qF -e "$RUST_TARGET_FEATURES" "$1" ||
		fail "rustc $version describes the target $RUST_TARGET in a way that is not known here"
}

build() {
	check_source
	echo "  RUSTC L core and alloc of rustc $version, once, into $entry"
	rm -rf "$entry" "$entry".building.*
	mkdir "$building"
	target=$RUST_TARGET
	if [ -n "$RUST_TARGET_FEATURES" ]; then
		target=$building/$RUST_TARGET.json
		describe_target "$target"
	fi
	compile core --edition "$(edition core)" --cfg no_fp_fmt_parse "$library/core/src/lib.rs"
	compile compiler_builtins --edition 2021 "$module/kernel/compiler_builtins.rs"
	# Without these functions an allocation that cannot fail does not compile.
	compile alloc --edition "$(edition alloc)" --cfg no_fp_fmt_parse --cfg no_global_oom_handling \
		"$library/alloc/src/lib.rs"
	rm -f "$building/log" "$entry.log"
	made_with >"$building/made-with"
	sum "$building" >"$building/checksum"
	mv -T "$building" "$entry"
}

if ! is_usable; then
	trap cleanup EXIT
	trap 'exit 130' INT
	trap 'exit 143' HUP TERM
	[ ! -L "$entry.lock" ] || rm -f "$entry.lock"
	exec 9>>"$entry.lock"
	if ! flock -n 9; then
		echo "  WAIT    for another build of core and alloc"
		run flock 9
	fi
	if ! is_usable; then
		[ ! -e "$entry" ] || echo "core and alloc in $entry are damaged or not this user's: they are built again."
		build
	fi
fi

[ "$(cat "$file" 2>/dev/null || :)" = "$entry" ] || echo "$entry" >"$file"
