#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Refuses a kernel tree for another architecture than ARCH: the headers that
# Debian packs put ARCH aside, and what they build is for their own.
# Usage: check-arch.sh KDIR
set -eu

kdir=$1
case ${ARCH:-} in
x86 | x86_64 | i386) symbol=X86 ;;
powerpc) symbol=PPC ;;
arm | arm64 | riscv | s390 | loongarch | mips) symbol=$(printf %s "$ARCH" | tr '[:lower:]' '[:upper:]') ;;
*) exit 0 ;;
esac
if grep -qx "CONFIG_$symbol=y" "$kdir/include/config/auto.conf"; then exit 0; fi
echo "error: ARCH is $ARCH, and the kernel tree at $kdir is for another architecture (no CONFIG_$symbol): pass KDIR=DIR with a tree for $ARCH, or unset ARCH; kernel-rust-module setup --arch ARCH brings a tree and configure --arch ARCH chooses it" >&2
exit 1
