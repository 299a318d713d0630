#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Removes what Kbuild and rustc made, as Kbuild's own clean does: no kernel tree is needed for it.
# Usage: clean.sh
set -eu

find . -name .git -prune -o -type f \( -name '*.[ao]' -o -name '*.ko' -o -name '*.mod' \
	-o -name '*.mod.c' -o -name '.*.cmd' -o -name '.*.d' -o -name '*.rlib' -o -name '.core-path' \
	-o -name modules.order -o -name Module.symvers \) -exec rm -f {} +
