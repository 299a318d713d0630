#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Runs make as it is told to, and says what is behind it where that fails in a
# way that is known.
# Usage: build.sh MAKE ARGUMENT...
set -eu

child=
log=
# In the background, since a shell that waits for a command in the foreground
# heeds no signal, and as the leader of a group, since make passes only some
# signals on, and the shells of its recipes none.
run() {
	if command -v setsid >/dev/null; then
		setsid "$@" &
		child=-$!
	else
		"$@" &
		child=$!
	fi
	status=0
	wait "${child#-}" || status=$?
	child=
}

# shellcheck disable=SC2317 # the traps call it
cleanup() {
	if [ -n "$child" ]; then
		# It may not lead its group yet.
		kill -s TERM -- "$child" "${child#-}" 2>/dev/null || :
		wait "${child#-}" || :
	fi
	[ -z "$log" ] || rm -f "$log"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' HUP TERM

run "$@"
failed=$status
[ "$failed" -ne 0 ] || exit 0

# A pipe to read along would take their colours from the compilers, so what
# failed is asked to fail again: only that is left to be made. In English this
# time: the kernel's Makefile unexports LC_ALL, so LC_MESSAGES says it too.
if log=$(mktemp 2>/dev/null); then
	run env LC_ALL=C LC_MESSAGES=C "$@" >"$log" 2>&1
	[ "$status" -eq 0 ] || sh "$(dirname "$0")/explain.sh" "$log" >&2
fi
exit "$failed"
