# SPDX-License-Identifier: GPL-2.0
# Target and flags that keep Rust code to the rules of a little-endian 64-bit
# POWER kernel (arch/powerpc/Makefile of 6.1 and 7.3).

ifeq ($(and $(CONFIG_PPC64),$(CONFIG_CPU_LITTLE_ENDIAN)),)
$(error This module cannot be built for this kernel: of the POWER kernels only those for little-endian 64-bit ones will do)
endif

rust-target := powerpc64le-unknown-linux-gnu
# The kernel saves these registers only for programs.
rust-target-features := -altivec,-vsx,-hard-float
# Addresses are reached from the TOC pointer, within 2 GB, as the kernel's own code reaches them.
rust-arch-flags := -Ccode-model=medium
