#!/bin/sh
# SPDX-License-Identifier: {{spdx}}
# Refuses a kernel tree for another architecture than ARCH: the headers that
# Debian packs put ARCH aside, and what they build is for their own.
# Usage: check-arch.sh KDIR
set -eu

kdir=$1
case ${ARCH:-} in
{{#each families}}
{{archs}}) symbol={{symbol}} ;;
{{/each}}
*) exit 0 ;;
esac
if grep -qx "CONFIG_$symbol=y" "$kdir/include/config/auto.conf"; then exit 0; fi
echo "error: ARCH is $ARCH, and the kernel tree at $kdir is for another architecture (no CONFIG_$symbol): pass KDIR=DIR with a tree for $ARCH, or unset ARCH; kernel-rust-module setup --arch ARCH brings a tree and configure --arch ARCH chooses it" >&2
exit 1
