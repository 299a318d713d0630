# SPDX-License-Identifier: GPL-2.0
# Target and flags that keep Rust code to the rules of an arm64 kernel
# (arch/arm64/Makefile and Makefile of 6.1, 6.12 and 7.3).

ifdef CONFIG_CPU_BIG_ENDIAN
$(error This module cannot be built for big-endian arm64, for which rustc has no target without floating point)
endif

# No NEON and no floating-point registers, which the kernel saves only for programs.
rust-target := aarch64-unknown-none-softfloat
rust-arch-flags :=

# Return addresses are signed, and indirect branches land only where they may.
ifdef CONFIG_ARM64_BTI_KERNEL
rust-arch-flags += -Zbranch-protection=bti,pac-ret
else ifdef CONFIG_ARM64_PTR_AUTH_KERNEL
rust-arch-flags += -Zbranch-protection=pac-ret
endif

ifdef CONFIG_SHADOW_CALL_STACK
# x18 is the pointer of the shadow stack. Where the kernel does not patch its use in, the compiler makes it.
rust-arch-flags += -Zfixed-x18 $(if $(CONFIG_DYNAMIC_SCS),,-Zsanitizer=shadow-call-stack)
endif
ifdef CONFIG_UNWIND_PATCH_PAC_INTO_SCS
# The kernel finds by these tables what it replaces on processors without signed addresses.
# Up to 1.97 rustc does not write down for the linker that they are wanted.
rust-arch-flags += -Cforce-unwind-tables=y -Zuse-sync-unwind=n \
	$(if $(call rustc-min,98),,-Zllvm_module_flag=uwtable:u32:2:max)
endif
