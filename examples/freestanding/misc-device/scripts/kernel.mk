# SPDX-License-Identifier: GPL-2.0
# Which kernel the module is built for, and with what.

# The kernel that is asked for wins over the one in config.mk: KDIR on the command line or in
# the environment, or KERNELRELEASE on the command line, as DKMS gives it. The environment's is
# what a kernel build left there: Kbuild sets its own.
asked := $(value KDIR)
override undefine KDIR
ifneq ($(origin KERNELRELEASE),command line)
override undefine KERNELRELEASE
endif

# What was chosen for this machine. It assigns with ?=, so that the command
# line and the environment win over it.
-include config.mk

define newline


endef
empty :=
space := $(empty) $(empty)
# What make, the shell or Kbuild takes for more than a letter of a path.
special := ' " ` $$ \ ; , & | < > ( ) * ? % \#
special-in = $(strip $(foreach c,$(special),$(findstring $c,$(subst $(newline),;,$(value $1)))))
$(foreach v,asked KDIR KERNELRELEASE RUSTC RUST_LIB_SRC ARCH CROSS_COMPILE LLVM INSTALL_MOD_PATH INSTALL_MOD_DIR \
	KBUILD_EXTRA_SYMBOLS, \
	$(if $(call special-in,$v),$(error $(v:asked=KDIR) holds a line break or one of $(special), \
	which have a meaning of their own in make and the shell. Give it another value)))

$(foreach v,O MO,$(if $(filter command,$(firstword $(origin $v))),$(error $v is not supported: the module is built in its own folder. \
	To build for a kernel with an output folder, pass KDIR=DIR with that folder)))

# Kbuild enters KDIR, so a relative path would name another file there.
from-here = $(if $(findstring $(space),$1),$1,$(if $(findstring /,$1),$(abspath $1),$1))
path-of = $(or $(realpath $1),$(call from-here,$1))
# The kernel that a tree builds for: the vermagic of its modules begins with it.
release-of = $(shell sed -n 's/^.define UTS_RELEASE "\(.*\)"$$/\1/p' '$1/include/generated/utsrelease.h' 2>/dev/null)

ifneq ($(KERNELRELEASE),)
tree-of-release := $(if $(filter $(KERNELRELEASE),$(call release-of,$(KDIR))),$(KDIR),/lib/modules/$(KERNELRELEASE)/build)
asked := $(or $(asked),$(tree-of-release))
endif
# config.mk was written for the kernel tree that it names. What it says of that tree's
# architecture and compilers is not used for another one.
ifneq ($(and $(asked),$(KDIR)),)
ifneq ($(call path-of,$(asked)),$(call path-of,$(KDIR)))
unused := $(strip $(foreach v,ARCH CROSS_COMPILE LLVM,$(if $(filter file,$(origin $v)),$v)))
unused-note := config.mk was written for $(KDIR), so its $(unused) is not used
$(foreach v,$(unused),$(eval undefine $v))
endif
endif

KDIR := $(call from-here,$(or $(asked),$(KDIR),/lib/modules/$(shell uname -r)/build))
RUSTC := $(or $(RUSTC),rustc)

# Kbuild takes every variable from the environment that it has not set itself. Those that are its
# own, or change what its programs do, stay out; what it documents for users passes.
environment := $(foreach v,$(.VARIABLES),$(if $(filter environment%,$(origin $v)),$v))
kbuilds-own := $(addsuffix %,a b c d e f g h i j k l m n o p q r s t u v w x y z CONFIG_ KBUILD_ \
	CFLAGS_ AFLAGS_ RUSTFLAGS_ LDFLAGS_ CC_FLAGS_ EXTRA_ OBJECT_FILES_ KASAN_ KCSAN_ KMSAN_ UBSAN_ \
	KCOV_ GCOV_ AUTOFDO_ PROPELLER_ CONTEXT_ANALYSIS) O MO M V READELF MAKEFILES MAKECMDGOALS \
	WARN_ON_UNUSED_TRACEPOINTS ACCUMULATE_OUTGOING_ARGS RETPOLINE_RUSTFLAGS CDPATH GREP_OPTIONS BASH_ENV ENV POSIXLY_CORRECT
for-users := %_proxy KBUILD_VERBOSE KBUILD_EXTRA_SYMBOLS KBUILD_EXTRA_WARN KBUILD_CHECKSRC KBUILD_CLIPPY \
	KBUILD_SIGN_PIN KBUILD_BUILD_TIMESTAMP KBUILD_BUILD_USER KBUILD_BUILD_HOST
unexport $(filter-out $(for-users),$(filter $(kbuilds-own),$(environment)))

# Without a folder there a rustc before 1.94 and mktemp stop; without the variable they use /tmp.
# Kbuild changes the folder, where a relative path would name another one.
ifneq ($(shell case "$$TMPDIR" in (/*) [ -d "$$TMPDIR" ] && [ -w "$$TMPDIR" ] && [ -x "$$TMPDIR" ] && echo y ;; esac),y)
unexport TMPDIR
endif

# Kbuild's own Makefile overrides these in the environment, not on the command line.
settings := RUSTC='$(call from-here,$(RUSTC))' \
	$(if $(RUST_LIB_SRC),RUST_LIB_SRC='$(call from-here,$(RUST_LIB_SRC))') \
	$(if $(KBUILD_EXTRA_SYMBOLS),KBUILD_EXTRA_SYMBOLS='$(abspath $(KBUILD_EXTRA_SYMBOLS))') \
	$(foreach v,ARCH CROSS_COMPILE LLVM,$(if $($v),$v='$($v)'))
kbuild = $(MAKE) -C '$(KDIR)' M='$(CURDIR)' $(settings)
install-path = $(call from-here,$(INSTALL_MOD_PATH))

refuse-path = $(if $(findstring :,$2)$(findstring $(space),$2), \
	$(error $1 is "$2". Kbuild cannot build in a path with a space or a colon: $3))
need-file = $(if $(wildcard $1),,$(error $2))
need-release = $(if $(filter $(KERNELRELEASE),$2),,$(error KERNELRELEASE is $(KERNELRELEASE), but the kernel tree $1 \
	is for Linux $(or $2,(unknown)): pass KDIR=DIR with a tree for $(KERNELRELEASE), or unset KERNELRELEASE))
# Both are expanded in recipes, which end there if no module can be built.
check-folder = $(if $(call special-in,CURDIR),$(error The path of this folder holds one of $(special): move the module to another folder)) \
	$(call refuse-path,This folder,$(CURDIR),move the module to another folder) \
	$(if $(shell grep -l "$$(printf '\r')" scripts/*.sh),$(error The scripts have line ends of Windows (CRLF), \
	which sh cannot read. Convert them: grep -rlI --exclude-dir=.git "$$(printf '\r')" . | xargs sed -i 's/\r$$//'))
check-kernel = $(check-folder) \
	$(call refuse-path,KDIR,$(KDIR),pass KDIR=DIR with another path to that kernel tree) \
	$(call refuse-path,INSTALL_MOD_PATH,$(INSTALL_MOD_PATH),choose another folder) \
	$(call need-file,$(KDIR)/Makefile,There is no kernel tree at $(KDIR): \
	install the headers of the kernel you build for (Debian: linux-headers-$(or $(KERNELRELEASE),amd64)) or pass KDIR=DIR$(if $(ARCH), for $(ARCH): kernel-rust-module setup --arch ARCH brings one and configure --arch ARCH chooses it)) \
	$(call need-file,$(KDIR)/include/config/auto.conf,The kernel tree at $(KDIR) is not configured: \
	run 'make modules_prepare' in it or pass KDIR=DIR with another) \
	$(if $(KERNELRELEASE),$(call need-release,$(KDIR),$(call release-of,$(KDIR)))) \
	$(foreach f,$(KBUILD_EXTRA_SYMBOLS),$(call need-file,$f,KBUILD_EXTRA_SYMBOLS names $f and there is no such file: \
	build the module that it belongs to first or unset KBUILD_EXTRA_SYMBOLS)) \
	$(if $(unused),$(info $(unused-note) for $(KDIR).))
