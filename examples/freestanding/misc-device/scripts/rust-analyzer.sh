#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Writes rust-project.json, by which rust-analyzer understands the module.
# Usage: RUSTC= [RUST_LIB_SRC=] rust-analyzer.sh
set -eu

library=${RUST_LIB_SRC:-$("$RUSTC" --print sysroot)/lib/rustlib/src/rust/library}
library=$(printf '%s\n' "$library" | sed 's/[\\"]/\\&/g')
cat >rust-project.json <<JSON
{
  "sysroot_src": "$library",
  "crates": [
    {
      "display_name": "kernel",
      "root_module": "kernel/lib.rs",
      "edition": "2021",
      "deps": [],
      "target": "x86_64-unknown-none",
      "is_workspace_member": true
    },
    {
      "display_name": "misc_device_rs",
      "root_module": "src/lib.rs",
      "edition": "2021",
      "deps": [{ "crate": 0, "name": "kernel" }],
      "target": "x86_64-unknown-none",
      "is_workspace_member": true
    }
  ]
}
JSON
echo "Wrote rust-project.json for the library source at $library."
