#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Writes rust-project.json, by which rust-analyzer understands the module. The
# kernel tree has to be a full one with rust-src: headers cannot do it.
set -eu

make -C "$KDIR" "M=$PWD" "RUSTC=$RUSTC" rust-analyzer
