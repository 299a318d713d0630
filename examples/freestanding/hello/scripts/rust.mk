# SPDX-License-Identifier: GPL-2.0
# How Kbuild makes kernel/rust.o: core and alloc from the user's cache, then the
# kernel/ crate, then src/lib.rs, joined by link-time optimisation.

clean-files := kernel/libkernel.rlib kernel/.libkernel.d kernel/.rust.d kernel/.core-path

# Kbuild also reads this to clean and to link, where no compiler is needed.
ifneq ($(filter %/Makefile.build,$(MAKEFILE_LIST)),)
include $(src)/scripts/toolchain.mk

rust-arch := $(src)/scripts/arch/$(SRCARCH).mk
ifeq ($(wildcard $(rust-arch)),)
$(error This module cannot be built for the architecture $(SRCARCH) yet: that takes a new scripts/arch/$(SRCARCH).mk with its target and flags)
endif
# What not each of them sets.
rust-target-features :=
rust-target-abi :=
include $(rust-arch)

# Flags that core, alloc and the module must have in common.
rust-flags := -Cpanic=abort -Copt-level=2 -Ccodegen-units=1 -Cdebug-assertions=n \
	-Cforce-unwind-tables=n -Crelocation-model=static -Csymbol-mangling-version=v0 \
	-Zfunction-sections=n $(rust-arch-flags)
ifneq ($(rust-target-features),)
# From 1.95 on (at the latest) rustc takes a target from a file only with this.
rust-flags += -Zunstable-options
endif
ifdef CONFIG_FRAME_POINTER
# Up to 1.97 rustc does not write down for the linker that they are wanted.
rust-flags += -Cforce-frame-pointers=y $(if $(call rustc-min,98),,-Zllvm_module_flag=frame-pointer:u32:2:max)
endif
rust-module-flags := --edition 2021 -Coverflow-checks=y $(if $(CONFIG_DEBUG_INFO),-Cdebuginfo=2)

core-path := $(obj)/kernel/.core-path
# Without --out-dir rustc puts temporary files into the folder that make is in,
# which may be a kernel tree of root's. With make's flags it looks for a job
# server that is not there, and warns.
rustc-command = MAKEFLAGS= RUSTC_BOOTSTRAP=1 $(RUSTC) --sysroot=/dev/null \
	--target=$(if $(rust-target-features),"$$(cat $(core-path))/$(rust-target).json",$(rust-target)) \
	$(rust-flags) $(rust-module-flags) -L "$$(cat $(core-path))" --out-dir $(@D)

# Runs each time, and touches its file only if another cache entry is to be used.
$(core-path): FORCE
	@RUSTC='$(RUSTC)' RUSTC_ID='$(rustc-id)' RUST_LIB_SRC='$(rust-library)' RUST_TARGET='$(rust-target)' \
		RUST_TARGET_FEATURES='$(rust-target-features)' RUST_TARGET_ABI='$(rust-target-abi)' RUST_FLAGS='$(rust-flags)' sh $(src)/scripts/core.sh $@

quiet_cmd_rustc_layer = RUSTC L $@
      cmd_rustc_layer = $(rustc-command) --crate-name kernel --crate-type rlib \
	--emit=link,dep-info=$(obj)/kernel/.libkernel.d $<

# From 6.1 on (at the latest) the command brings the semicolon before it along; that of 5.10 does not.
then-objtool = $(if $(strip $(cmd_objtool)),; $(patsubst ;%,%,$(strip $(cmd_objtool))))

# Without `link`, rustc leaves link-time optimisation out and says nothing.
quiet_cmd_rustc_module = RUSTC [M] $@
      cmd_rustc_module = $(rustc-command) --crate-name $(rust-crate) --crate-type staticlib -Clto=fat \
	-Zcrate-attr='feature(allocator_api)' -Aunused_features --extern kernel=$(obj)/kernel/libkernel.rlib \
	--emit=obj=$@,link,dep-info=$(obj)/kernel/.rust.d $< $(then-objtool); \
	sh $(src)/scripts/check-got.sh $@

$(obj)/kernel/libkernel.rlib: $(src)/kernel/lib.rs $(core-path) FORCE
	$(call if_changed,rustc_layer)
$(obj)/kernel/rust.o: $(src)/src/lib.rs $(obj)/kernel/libkernel.rlib FORCE
	$(call if_changed,rustc_module)
targets += kernel/libkernel.rlib

# Every file that rustc read the last time.
-include $(obj)/kernel/.libkernel.d $(obj)/kernel/.rust.d
endif
