/* SPDX-License-Identifier: {{spdx}} */
/* Module parameters that src/lib.rs can read: see params.rs. */
#include <linux/module.h>
#include <linux/moduleparam.h>

/*
 * The type is in the function's name, so that another one in Rust does not link.
 * The pointer leads to what params! defines: without the parameter there it does not link.
 * mode: 0444 to show it in /sys/module, 0644 to let it be set there too, 0 for neither.
 */
#define RUST_PARAM(name, type, ctype, value, mode, description)	\
	static ctype name = value;				\
	module_param(name, type, mode);				\
	MODULE_PARM_DESC(name, description);			\
	ctype rust_param_##type##_##name(void);			\
	ctype rust_param_##type##_##name(void)			\
	{							\
		return READ_ONCE(name);				\
	}							\
	extern const char rust_has_param_##name;		\
	static const char *const name##_in_rust __used = &rust_has_param_##name

/* A text. It cannot be set later: Rust keeps references to it. */
#define RUST_PARAM_CHARP(name, value, description)	\
	RUST_PARAM(name, charp, char *, value, 0444, description)

#define RUST_PARAM_INT(name, value, mode, description)	\
	RUST_PARAM(name, int, int, value, mode, description)

#define RUST_PARAM_UINT(name, value, mode, description)	\
	RUST_PARAM(name, uint, unsigned int, value, mode, description)

#define RUST_PARAM_BOOL(name, value, mode, description)	\
	RUST_PARAM(name, bool, bool, value, mode, description)
