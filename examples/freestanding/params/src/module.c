// SPDX-License-Identifier: GPL-2.0
/* What the kernel reads about the module from C macros: who made it, and its parameters. */
#include "../kernel/params.h"

MODULE_DESCRIPTION("A kernel module written in Rust");
MODULE_AUTHOR("Jane Doe <jane@example.org>");
MODULE_LICENSE("GPL");

RUST_PARAM_CHARP(token, "none", "word that is repeated in the module's log lines");
RUST_PARAM_INT(start, 1, 0444, "number to count from");
RUST_PARAM_UINT(count, 5, 0444, "how many numbers to count, 1 to 30");
RUST_PARAM_BOOL(loud, false, 0644, "whether to say goodbye in capitals; can be set while the module is loaded");
