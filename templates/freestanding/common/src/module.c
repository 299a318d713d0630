// SPDX-License-Identifier: {{spdx}}
/* What the kernel reads about the module from C macros: who made it, and its parameters. */
#include "../kernel/params.h"

MODULE_DESCRIPTION({{c.description}});
MODULE_AUTHOR({{c.author}});
MODULE_LICENSE({{c.licence}});

RUST_PARAM_CHARP(token, "none", "word that is repeated in the module's log lines");
