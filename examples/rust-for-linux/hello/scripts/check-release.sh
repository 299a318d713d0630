#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Refuses a module that was built for another kernel than that of the tree.
# Usage: check-release.sh KDIR MODULE.ko
set -eu

kdir=$1
module=$2
release=$(sed -n 's/^#define UTS_RELEASE "\(.*\)"$/\1/p' "$kdir/include/generated/utsrelease.h")
built=$(LC_ALL=C tr '\n\000' '\r\n' <"$module" | LC_ALL=C sed -n 's/^vermagic=\([^ ]*\) .*/\1/p')
[ "$built" != "$release" ] || exit 0
echo "error: $module is for Linux ${built:-(unknown)}, but the kernel tree $kdir is for Linux $release: run make clean and make again" >&2
exit 1
