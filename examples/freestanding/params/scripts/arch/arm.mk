# SPDX-License-Identifier: GPL-2.0
# Target and flags that keep Rust code to the rules of a 32-bit ARM kernel
# (arch/arm/Makefile of 6.1 and 7.2).

ifndef CONFIG_CPU_32v7
$(error This module cannot be built for this kernel: of the 32-bit ARM kernels only those for ARMv7 will do)
endif
ifdef CONFIG_CPU_BIG_ENDIAN
$(error This module cannot be built for a big-endian kernel of 32-bit ARM)
endif
ifdef CONFIG_THUMB2_KERNEL
$(error This module cannot be built for a kernel in Thumb-2 code (CONFIG_THUMB2_KERNEL): that has not been tried)
endif

# Of the targets without floating point the one whose calls are the kernel's:
# the bare-metal ones want helper functions, such as __aeabi_memcpy, that it has not.
rust-target := armv7-unknown-linux-gnueabi
# Without these tables a backtrace ends at the first Rust function.
rust-arch-flags := $(if $(CONFIG_ARM_UNWIND),-Cforce-unwind-tables=y)
