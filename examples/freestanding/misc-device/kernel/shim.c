// SPDX-License-Identifier: GPL-2.0
/* What the kernel offers only as macros or inline functions, as functions for Rust. */
#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/bug.h>
#include <linux/init.h>
#include <linux/log2.h>
#include <linux/minmax.h>
#include <linux/module.h>
#include <linux/printk.h>
#include <linux/slab.h>

/* Defined by module!() in src/lib.rs */
int rust_init(void);
void rust_exit(void);

/* Declared in shim.rs */
void shim_print(int level, const char *text, size_t length);
void *shim_alloc(size_t size, size_t align, bool zeroed);
void *shim_realloc(void *memory, size_t size);
void shim_free(void *memory);
void shim_panic(const char *text, size_t length);

void shim_print(int level, const char *text, size_t length)
{
	int n = length;

	switch (level) {
	case 0: pr_emerg("%.*s\n", n, text); break;
	case 1: pr_alert("%.*s\n", n, text); break;
	case 2: pr_crit("%.*s\n", n, text); break;
	case 3: pr_err("%.*s\n", n, text); break;
	case 4: pr_warn("%.*s\n", n, text); break;
	case 5: pr_notice("%.*s\n", n, text); break;
	case 6: pr_info("%.*s\n", n, text); break;
	default: pr_debug("%.*s\n", n, text); break;
	}
}

void *shim_alloc(size_t size, size_t align, bool zeroed)
{
	/* Rust is told of a failure and returns it, so the kernel need not warn. */
	gfp_t flags = GFP_KERNEL | __GFP_NOWARN | (zeroed ? __GFP_ZERO : 0);

	/* A size that is a power of two is aligned to itself. */
	if (align > ARCH_KMALLOC_MINALIGN)
		size = roundup_pow_of_two(max(size, align));
	return kmalloc(size, flags);
}

void *shim_realloc(void *memory, size_t size)
{
	return krealloc(memory, size, GFP_KERNEL | __GFP_NOWARN);
}

void shim_free(void *memory)
{
	kfree(memory);
}

/*
 * objtool must not find out that this never returns: the Rust caller cannot
 * tell it the same, and would be reported for code that goes on behind it.
 */
static bool panicked;

void shim_panic(const char *text, size_t length)
{
	pr_emerg("Rust panic: %.*s\n", (int)length, text);
	WRITE_ONCE(panicked, true);
	BUG_ON(READ_ONCE(panicked));
}

static int __init shim_init(void)
{
	return rust_init();
}

static void __exit shim_exit(void)
{
	rust_exit();
}

module_init(shim_init);
module_exit(shim_exit);
