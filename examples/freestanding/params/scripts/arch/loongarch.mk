# SPDX-License-Identifier: GPL-2.0
# Target and flags that keep Rust code to the rules of a LoongArch kernel
# (arch/loongarch/Makefile of 6.12 and 7.2).

ifndef CONFIG_64BIT
$(error This module cannot be built for 32-bit LoongArch: KDIR must be a loongarch64 kernel tree)
endif

# No floating-point and vector registers, which the kernel saves only for programs.
rust-target := loongarch64-unknown-none-softfloat
# The kernel is farther away than an instruction reaches, so its data is found by
# a table that its loader makes.
rust-arch-flags := -Ccode-model=small -Zdirect-access-external-data=no
ifdef CONFIG_OBJTOOL
# It cannot follow jump tables.
rust-arch-flags += $(if $(call rustc-min,93),-Cjump-tables=n,-Zno-jump-tables)
endif
