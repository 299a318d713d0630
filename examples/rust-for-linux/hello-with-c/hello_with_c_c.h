/* SPDX-License-Identifier: GPL-2.0 */
/* What the C part offers to the Rust part. Nobody compares it with c.rs: change both. */
#include <linux/types.h>

u32 hello_with_c_c_hash(const u8 *bytes, size_t length);
u32 hello_with_c_c_online_cpus(void);
