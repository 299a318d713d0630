# SPDX-License-Identifier: GPL-2.0
# Target and flags that keep Rust code to the rules of a little-endian 64-bit
# MIPS kernel (arch/mips/Makefile of 6.1).

ifeq ($(and $(CONFIG_64BIT),$(CONFIG_CPU_LITTLE_ENDIAN),$(CONFIG_CPU_MIPSR2)),)
$(error This module cannot be built for this kernel: of the MIPS kernels only those for little-endian 64-bit release 2 processors will do)
endif

rust-target := mips64el-unknown-linux-gnuabi64
# No floating-point registers, which the kernel saves only for programs; no GOT,
# which it has not; and calls that reach from a module to the kernel.
rust-target-features := +soft-float,+noabicalls,+long-calls
rust-arch-flags :=
