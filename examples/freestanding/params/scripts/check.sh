#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# What `make check` checks beyond what each build does.
set -eu

if command -v rustfmt >/dev/null; then
	rustfmt --check --edition 2021 src/lib.rs kernel/lib.rs
	echo "The Rust files are formatted."
else
	echo "rustfmt was not found, so the format of the Rust files was not checked (Debian: rustfmt)." >&2
fi
sh scripts/check-got.sh params.ko
echo "params.ko uses no global offset table."
