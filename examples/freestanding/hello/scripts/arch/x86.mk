# SPDX-License-Identifier: GPL-2.0
# Target and flags that keep Rust code to the rules of an x86 kernel
# (arch/x86/Makefile of 6.1, 6.12 and 7.2).

ifdef CONFIG_X86_64
rust-target := x86_64-unknown-none
rust-arch-flags := -Ccode-model=kernel -Cno-redzone=y -Crelro-level=off
else
# The target without SSE. rustc has none without x87, so that is made of it.
rust-target := i586-unknown-linux-gnu
rust-target-features := +soft-float,-mmx
rust-target-abi := $(if $(call rustc-min,98),softfloat,$(if $(call rustc-min,86),x86-softfloat))
# As the kernel's -mregparm=3 and -freg-struct-return have it; its stack is aligned to 4 bytes, not to 16.
rust-arch-flags := -Zregparm=3 -Zreg-struct-return=y -Zllvm_module_flag=override-stack-alignment:u32:4:max
endif

# The names that begin with MITIGATION_ are those of 6.9 and later.
ifneq ($(CONFIG_RETPOLINE)$(CONFIG_MITIGATION_RETPOLINE),)
ifeq ($(call rustc-min,95),y)
rust-arch-flags += -Zretpoline-external-thunk=y -Zindirect-branch-cs-prefix=y
else
retpoline-features := +retpoline-external-thunk,+retpoline-indirect-calls,+retpoline-indirect-branches
rust-target-features := $(if $(rust-target-features),$(rust-target-features)$(comma))$(retpoline-features)
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
