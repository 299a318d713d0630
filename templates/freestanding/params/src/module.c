// SPDX-License-Identifier: {{spdx}}
/* What the kernel reads about the module from C macros: who made it, and its parameters. */
#include "../kernel/params.h"

MODULE_DESCRIPTION({{c.description}});
MODULE_AUTHOR({{c.author}});
MODULE_LICENSE({{c.licence}});

RUST_PARAM_CHARP(token, "none", "word that is repeated in the module's log lines");
RUST_PARAM_INT(start, 1, 0444, "number to count from");
RUST_PARAM_UINT(count, 5, 0444, "how many numbers to count, 1 to 30");
RUST_PARAM_BOOL(loud, false, 0644, "whether to say goodbye in capitals; can be set while the module is loaded");
