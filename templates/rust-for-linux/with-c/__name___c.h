/* SPDX-License-Identifier: {{spdx}} */
/* What the C part offers to the Rust part. Nobody compares it with c.rs: change both. */
#include <linux/types.h>

u32 {{symbol}}_c_hash(const u8 *bytes, size_t length);
u32 {{symbol}}_c_online_cpus(void);
