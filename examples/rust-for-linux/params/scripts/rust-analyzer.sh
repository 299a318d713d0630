#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Writes rust-project.json, by which rust-analyzer understands the module, with
# the kernel's own script.
# Usage: KDIR= RUSTC= [RUST_LIB_SRC=] rust-analyzer.sh
set -eu

fail() {
	printf 'rust-analyzer: %s\n' "$@" >&2
	exit 1
}

script=scripts/generate_rust_analyzer.py
# A tree that was built with O= has a link to its source.
[ -e "$KDIR/$script" ] || [ -e "$KDIR/source/$script" ] || fail \
	"$KDIR has no sources of the kernel crate, which rust-analyzer reads." \
	'For a kernel of Debian: kernel-rust-module kdir, then kernel-rust-module configure.' \
	'Otherwise name a tree with the source of the kernel: make KDIR=DIR rust-analyzer'
library=${RUST_LIB_SRC:-$("$RUSTC" --print sysroot)/lib/rustlib/src/rust/library}
[ -e "$library/core/src/lib.rs" ] || fail \
	"The source of Rust's library is not in $library." \
	'Install it: apt-get install rust-src, or rustup component add rust-src'
command -v python3 >/dev/null || fail \
	"python3, which the kernel's script runs in, is not installed." \
	'Install it: apt-get install python3'

make -s --no-print-directory -C "$KDIR" "M=$PWD" "RUSTC=$RUSTC" \
	${RUST_LIB_SRC:+"RUST_LIB_SRC=$RUST_LIB_SRC"} rust-analyzer
# The script calls all of the kernel's crates members, which rust-analyzer then
# checks for minutes.
python3 - "$PWD/" <<'END'
import json
import os
import sys

with open("rust-project.json") as file:
    project = json.load(file)
for crate in project["crates"]:
    root = os.path.abspath(crate["root_module"])
    crate["is_workspace_member"] = root.startswith(sys.argv[1])
with open("rust-project.json", "w") as file:
    json.dump(project, file, indent=4)
END
echo "Wrote rust-project.json for the kernel tree $KDIR."
