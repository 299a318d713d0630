#!/bin/sh
# SPDX-License-Identifier: {{spdx}}
# What `make check` checks beyond what each build does.
set -eu

if command -v rustfmt >/dev/null; then
	rustfmt --check --edition 2021 {{root}}.rs
	echo "{{root}}.rs is formatted."
else
	echo "rustfmt was not found, so the format of {{root}}.rs was not checked (Debian: rustfmt)." >&2
fi
sh scripts/check-got.sh {{name}}.ko
echo "{{name}}.ko uses no global offset table."
