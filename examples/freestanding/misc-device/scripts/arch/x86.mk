# SPDX-License-Identifier: GPL-2.0
# Target and flags that keep Rust code to the rules of an x86_64 kernel.

ifndef CONFIG_X86_64
$(error This module cannot be built for 32-bit x86: KDIR must be an x86_64 kernel tree)
endif

rust-target := x86_64-unknown-none
rust-target-features :=
rust-arch-flags := -Ccode-model=kernel -Cno-redzone=y -Crelro-level=off

# The names that begin with MITIGATION_ are those of 6.9 and later.
ifneq ($(CONFIG_RETPOLINE)$(CONFIG_MITIGATION_RETPOLINE),)
ifeq ($(call rustc-min,95),y)
rust-arch-flags += -Zretpoline-external-thunk=y -Zindirect-branch-cs-prefix=y
else
rust-target-features := +retpoline-external-thunk,+retpoline-indirect-calls,+retpoline-indirect-branches
endif
endif
ifneq ($(CONFIG_RETHUNK)$(CONFIG_MITIGATION_RETHUNK),)
rust-arch-flags += -Zfunction-return=thunk-extern
endif
ifdef CONFIG_X86_KERNEL_IBT
rust-arch-flags += -Zcf-protection=branch $(if $(call rustc-min,93),-Cjump-tables=n,-Zno-jump-tables)
endif
ifdef CONFIG_CALL_PADDING
rust-arch-flags += -Zpatchable-function-entry=$(CONFIG_FUNCTION_PADDING_BYTES),$(CONFIG_FUNCTION_PADDING_BYTES)
endif
