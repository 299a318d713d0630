#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# What `make check` checks beyond what each build does.
set -eu

if command -v rustfmt >/dev/null; then
	rustfmt --check --edition 2021 sync.rs
	echo "sync.rs is formatted."
else
	echo "rustfmt was not found, so the format of sync.rs was not checked (Debian: rustfmt)." >&2
fi
sh scripts/check-got.sh sync.ko
echo "sync.ko uses no global offset table."
