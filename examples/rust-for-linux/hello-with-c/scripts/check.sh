#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# What `make check` checks beyond what each build does.
set -eu

if command -v rustfmt >/dev/null; then
	rustfmt --check --edition 2021 hello_with_c_main.rs
	echo "hello_with_c_main.rs is formatted."
else
	echo "rustfmt was not found, so the format of hello_with_c_main.rs was not checked (Debian: rustfmt)." >&2
fi
sh scripts/check-got.sh hello_with_c.ko
echo "hello_with_c.ko uses no global offset table."
