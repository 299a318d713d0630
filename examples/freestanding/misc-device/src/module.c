// SPDX-License-Identifier: GPL-2.0
/* What the kernel reads about the module from C macros: who made it, and its parameters. */
#include "../kernel/params.h"

MODULE_DESCRIPTION("A kernel module written in Rust");
MODULE_AUTHOR("Jane Doe <jane@example.org>");
MODULE_LICENSE("GPL");

RUST_PARAM_CHARP(token, "none", "word that is repeated in the module's log lines");
