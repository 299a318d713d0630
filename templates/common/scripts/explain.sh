#!/bin/sh
# SPDX-License-Identifier: {{spdx}}
# Says what is behind a failure whose words are known: the three most telling
# at most, the first of them first. Says nothing where none is known.
# Usage: explain.sh LOG
# shellcheck disable=SC2016 # the backticks are those that rustc writes
set -eu

log=$1
said=0

known() {
	[ "$said" -lt 3 ] || return 0
	LC_ALL=C grep -aqE -e "$1" "$log" || return 0
	said=$((said + 1))
	printf '\nThis failure is known.\n  Cause:  %s\n  Remedy: %s\n' "$2" "$3"
	[ -z "$4" ] || printf '  Note:   %s\n' "$4"
}

# Each: what to look for, its cause, its remedy, what leads the wrong way.
{{#each failures}}
known {{pattern}} \
	{{cause}} \
	{{remedy}} \
	{{note}}
{{/each}}
