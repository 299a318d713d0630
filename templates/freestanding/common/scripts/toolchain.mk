# SPDX-License-Identifier: {{spdx}}
# Which compiler and which library source, and whether they will do.

# Older ones leave bare `ret` instructions where the kernel wants return thunks.
rustc-oldest := 85

space := $(subst ,, )
# A command of several words is one, as it is for Kbuild: RUSTC='rustup run stable rustc'.
RUSTC := $(or $(strip $(RUSTC)),rustc)

rustc-id := $(shell MAKEFLAGS= $(RUSTC) -vV 2>/dev/null)
ifneq ($(firstword $(rustc-id)),rustc)
words-note := $(if $(word 2,$(RUSTC)),. What follows a space is taken for arguments)
$(error There is no Rust compiler: "$(RUSTC)" could not be run, it says "$(shell exec 2>&1; MAKEFLAGS= $(RUSTC) -vV || :)"$(words-note); install rustc 1.$(rustc-oldest).0 or later with its library source (Debian 13: rustc rust-src, Debian 12: rustc-web rust-web-src) or pass RUSTC=FILE)
endif
rustc-version := $(word 2,$(rustc-id))
rustc-minor := $(word 2,$(subst ., ,$(rustc-version)))
rustc-min = $(shell [ $(rustc-minor) -ge $1 ] && echo y)
ifneq ($(call rustc-min,$(rustc-oldest)),y)
$(error $(RUSTC) is rustc $(rustc-version), too old for the kernel's return thunks: install rustc 1.$(rustc-oldest).0 or later with its library source (Debian 13: rustc rust-src, Debian 12: rustc-web rust-web-src) or pass RUSTC=FILE)
endif

rust-library := $(or $(RUST_LIB_SRC),$(shell MAKEFLAGS= $(RUSTC) --print sysroot 2>/dev/null)/lib/rustlib/src/rust/library)
ifeq ($(wildcard $(subst $(space),\ ,$(rust-library))/core/src/lib.rs),)
$(error $(RUSTC) is rustc $(rustc-version), but the library source of that version is not at $(rust-library): install it (rustup component add rust-src, Debian 13: rust-src, Debian 12: rust-web-src) or pass RUST_LIB_SRC=DIR, the folder that holds core/src/lib.rs)
endif
