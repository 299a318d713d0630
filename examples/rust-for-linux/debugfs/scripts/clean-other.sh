#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Removes what was built for another kernel: Kbuild looks at commands and dates, and those can be
# the same for two trees.
# Usage: clean-other.sh KDIR
set -eu
unset CDPATH

tree=$(cd "$1" && pwd -P)
now="$tree $(grep UTS_RELEASE "$tree/include/generated/utsrelease.h" || :)"
before=$(cat .built-for 2>/dev/null || :)
[ "$now" != "$before" ] || exit 0
[ -z "$before" ] || echo "Building again for $tree: the last build was for ${before%% *}."
sh scripts/clean.sh
rm -f .built-for
echo "$now" >.built-for
