// SPDX-License-Identifier: {{spdx}}
/*
 * The part of the module that is written in C: what the kernel has as macros and
 * inline functions, which Rust cannot call. The Rust part has module!, and with it
 * the licence, the author and the functions for loading and unloading.
 */
#include <linux/cpumask.h>
#include <linux/jhash.h>

#include "{{name}}_c.h"

u32 {{symbol}}_c_hash(const u8 *bytes, size_t length)
{
	return jhash(bytes, length, 0);
}

u32 {{symbol}}_c_online_cpus(void)
{
	return num_online_cpus();
}
