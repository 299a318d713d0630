// SPDX-License-Identifier: GPL-2.0
#include "../kernel/params.h"

MODULE_DESCRIPTION("Does what Rust code does in kernels, and says what went wrong");
MODULE_LICENSE("GPL");

RUST_PARAM_CHARP(token, "none", "word that is repeated in the module's log lines");
RUST_PARAM_UINT(seven, 7, 0444, "7, which the compiler must not know");
RUST_PARAM_BOOL(panics, false, 0444, "whether to panic when it is loaded");
