# SPDX-License-Identifier: {{spdx}}
# Target and flags that keep Rust code to the rules of an s390x kernel
# (arch/s390/Makefile of 6.1 and 7.2).

ifneq ($(call rustc-min,96),y)
$(error $(RUSTC) is rustc $(rustc-version), and s390x needs 1.96.0 or later, which can lay out stack frames as the kernel does (-Zpacked-stack): pass RUSTC=FILE)
endif
ifdef CONFIG_EXPOLINE
$(error This module cannot be built for an s390x kernel with CONFIG_EXPOLINE: rustc cannot make its indirect branches safe)
endif

# No floating-point and vector registers, which the kernel saves only for programs.
rust-target := s390x-unknown-none-softfloat
# Backtraces follow a chain of stack frames.
rust-target-features := +backchain
# C's -fPIC for modules: the kernel may be farther away than an instruction reaches.
rust-arch-flags := -Crelocation-model=pic -Zpacked-stack

rust-cpu-$(CONFIG_MARCH_Z10) := z10
rust-cpu-$(CONFIG_MARCH_Z196) := z196
rust-cpu-$(CONFIG_MARCH_ZEC12) := zEC12
rust-cpu-$(CONFIG_MARCH_Z13) := z13
rust-cpu-$(CONFIG_MARCH_Z14) := z14
rust-cpu-$(CONFIG_MARCH_Z15) := z15
rust-cpu-$(CONFIG_MARCH_Z16) := z16
rust-arch-flags += $(addprefix -Ctarget-cpu=,$(rust-cpu-y))
