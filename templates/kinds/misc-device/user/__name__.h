/* SPDX-License-Identifier: {{spdx}} */
/* What programs need to know of /dev/{{name}}. The module says the same in Rust. */
#ifndef DEVICE_H
#define DEVICE_H

#include <linux/ioctl.h>
#include <linux/types.h>

#define DEVICE_PATH "/dev/{{name}}"

/* How many bytes an open file holds that were written and not yet read. */
#define DEVICE_DEFAULT_LIMIT 4096
#define DEVICE_LARGEST_LIMIT 65536

/* Forgets the bytes, and goes back to the default limit. */
#define DEVICE_RESET _IO('k', 0)
/* Tells how many bytes there are to be read. */
#define DEVICE_GET_LENGTH _IOR('k', 1, __u32)
/* Sets the limit; EINVAL above the largest, or below what is held. */
#define DEVICE_SET_LIMIT _IOW('k', 2, __u32)

#endif
