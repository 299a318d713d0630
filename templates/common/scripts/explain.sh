#!/bin/sh
# SPDX-License-Identifier: {{spdx}}
# Says what is behind failures whose words are known, in the order of the log,
# three at most. Says nothing if none is known. Reads English messages.
# Usage: explain.sh LOG
set -eu

log=$1
tab=$(printf '\t')

# For each known failure a line "line of the log, ~ if marked, cause, remedy, note".
find_known() {
	while IFS= read -r words && IFS= read -r cause && IFS= read -r remedy; do
		IFS= read -r note || :
		[ -z "$note" ] || IFS= read -r _ || :
		pattern=${words#'~'}
		line=$(LC_ALL=C grep -anE -m 1 -e "$pattern" "$log" | cut -d: -f1)
		[ -z "$line" ] || printf '%s\t%s\t%s\t%s\t%s\n' "$line" "${words%"$pattern"}-" "$cause" "$remedy" "$note"
	done
}

# If two failures match one line, the first of the table explains it. One that
# is marked ~ may only follow from another, so it must be the first of the log.
choose() {
	awk -F '\t' '!seen[$1]++' | sort -n | awk -F '\t' 'NR == 1 || $2 == "-"' | head -n 3
}

explain() {
	while IFS=$tab read -r _ _ cause remedy note; do
		printf '\nThis failure is known.\n  Cause:  %s\n  Remedy: %s\n' "$cause" "$remedy"
		[ -z "$note" ] || printf '  Note:   %s\n' "$note"
	done
}

# What is not installed can be run by npx.
form=
command -v kernel-rust-module >/dev/null || ! command -v npx >/dev/null ||
	form='s/kernel-rust-module \([a-z]\)/npx generator-&/g'

# Each: the words as an extended regular expression, the cause, the remedy, and
# what leads the wrong way if something does. An empty line ends it.
find_known <<'END' | choose | explain | sed "$form"
{{failures}}
END
