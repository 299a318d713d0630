#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Runs make as it is told to, and says what is behind it where that fails in a
# way that is known.
# Usage: build.sh MAKE ARGUMENT...
set -eu

# In the background, since a shell that waits for a command in the foreground
# heeds no signal: make passes a SIGTERM on to its children and not further.
"$@" &
build=$!
trap 'kill "$build" 2>/dev/null || :' HUP INT TERM
status=0
wait "$build" || status=$?
# What ended then was the waiting, not the build.
if [ "$status" -gt 128 ]; then wait "$build" || exit "$status"; fi
[ "$status" -ne 0 ] || exit 0

# A pipe to read along would take their colours from the compilers, so what
# failed is asked to fail again: only that is left to be made. In English this
# time: the kernel's Makefile unexports LC_ALL, so LC_MESSAGES says it too.
if log=$(mktemp 2>/dev/null); then
	trap 'rm -f "$log"' EXIT
	trap 'exit 130' INT
	trap 'exit 143' HUP TERM
	LC_ALL=C LC_MESSAGES=C "$@" >"$log" 2>&1 || sh "$(dirname "$0")/explain.sh" "$log" >&2
fi
exit "$status"
