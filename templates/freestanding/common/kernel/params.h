/* SPDX-License-Identifier: {{spdx}} */
/* Module parameters that src/lib.rs can read: see params.rs. */
#include <linux/module.h>
#include <linux/moduleparam.h>

/* The type is in the function's name, so that another one in Rust does not link. */
#define RUST_PARAM_CHARP(name, value, description)	\
	static char *name = value;			\
	module_param(name, charp, 0444);		\
	MODULE_PARM_DESC(name, description);		\
	const char *rust_param_charp_##name(void);	\
	const char *rust_param_charp_##name(void)	\
	{						\
		return name;				\
	}
