#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Prints what is at a place in a module: "src/lib.rs:12 (rust_init+0x1c)", and
# without the tools or the debugging information only what is in brackets. Fails
# if nothing is there.
# Usage: boot-place.sh MODULE.ko NAME OFFSET
#   NAME   a function, or a section
set -eu

module=$1
name=$2
offset=$3
tools=${CROSS_COMPILE:-}
# amd64's read i386's files, too.
command -v "${tools}objdump" >/dev/null || tools=

symbols=$("${tools}objdump" -t "$module" 2>/dev/null) || symbols=
if [ -z "$symbols" ]; then
	case $name in .*) exit 1 ;; esac
	printf '%s+0x%x\n' "$name" "$offset"
	exit
fi
# "VALUE FLAGS SECTION", a tab, "SIZE VISIBILITY NAME"; the visibility of most symbols is not shown.
found=$(printf '%s\n' "$symbols" | NAME=$name awk -F '\t' '
	function number(hexadecimal, i, n) {
		n = 0
		for (i = 1; i <= length(hexadecimal); i++) n = 16 * n + index("0123456789abcdef", substr(hexadecimal, i, 1)) - 1
		return n
	}
	BEGIN { name = ENVIRON["NAME"] }
	NF != 2 { next }
	{
		words = split($1, left, " ")
		section = left[words]
		value = number(left[1])
		words = split($2, right, " ")
		symbol = right[words]
		size = number(right[1])
	}
	symbol == name && symbol != section { print section, value, symbol, offset; exit }
	section == name && value <= offset && offset < value + size { print section, value, symbol, offset - value; exit }
' offset="$offset" -)
[ -n "$found" ] || exit 1
# shellcheck disable=SC2086 # they are words
set -- "$module" $found
symbol=$4+$(printf '0x%x' "$5")
if command -v c++filt >/dev/null; then symbol=$(printf '%s\n' "$symbol" | c++filt -i); fi

case $2 in
# The lines of functions that were compiled into others come first.
*text*) lines=$("${tools}addr2line" -i -j "$2" -e "$1" "$(printf '0x%x' $(($3 + $5)))" 2>/dev/null) || lines= ;;
*) lines=$("${tools}nm" -l "$1" 2>/dev/null | SYMBOL=$4 awk '$3 == ENVIRON["SYMBOL"] { print $4 }') || lines= ;;
esac
place=
while IFS= read -r line; do
	line=${line#"$PWD/"}
	# addr2line may add what it calls a discriminator.
	line=${line%% *}
	case $line in
	*:'?' | *:0) continue ;;
	# Other people's code and the layer below are rarely what is wrong.
	/* | kernel/*) place=$line ;;
	*)
		place=$line
		break
		;;
	esac
done <<EOF
$lines
EOF
echo "${place:+$place (}$symbol${place:+)}"
