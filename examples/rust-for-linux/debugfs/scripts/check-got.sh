#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Refuses an object that reads addresses from a global offset table: the kernel
# has none, builds such a module without a word, and refuses to load it. Only on
# s390x, RISC-V and LoongArch it makes one (arch/*/kernel/module.c).
# Usage: check-got.sh OBJECT
set -eu

object=$1
[ -f "$object" ] || {
	echo "$object was not built. The Makefile says MODULE := ${object%.ko}, and obj-m in Kbuild must have the same name" >&2
	exit 1
}
# Any of them reads the files of every architecture.
readelf=${READELF:-${CROSS_COMPILE:-}readelf}
[ -n "${READELF:-}" ] || command -v "$readelf" >/dev/null || readelf=readelf
relocations=$("$readelf" -rW "$object") || {
	rm -f "$object"
	echo "$object: its relocations could not be read; install binutils" >&2
	exit 1
}
got=$(printf '%s\n' "$relocations" | awk '$3 ~ /GOT|_CALL(_HI|_LO)?16/ && $3 !~ /^R_(390|RISCV|LARCH)_/ { print "  " $3 " " $5 }' | sort -u)
[ -n "$got" ] || exit 0

# Left in place it would pass for a finished build the next time.
rm -f "$object"
echo "$object: error: it uses a global offset table (GOT), which no kernel has, and could not be loaded; remove what asks for it:" >&2
echo "$got" >&2
exit 1
