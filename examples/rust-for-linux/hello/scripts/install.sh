#!/bin/sh
# SPDX-License-Identifier: GPL-2.0
# Installs the module so that modprobe finds it. Kbuild copies it, but runs depmod only if the tree
# has a System.map, which the headers of distributions leave out.
# Usage: install.sh KDIR MODULE.ko ROOT MAKE ARGUMENT...
#   ROOT   the folder to install below (INSTALL_MOD_PATH), empty for this system
set -eu
PATH=$PATH:/usr/sbin:/sbin

kdir=$1
module=$2
root=$3
name=$(basename "$module" .ko)
shift 3

fail() {
	echo "error: $*" >&2
	exit 1
}

# The first word has the options of one letter.
case ${MAKEFLAGS:-} in
-* | ' '*) only_shows= ;;
*) only_shows=$(echo "${MAKEFLAGS%% *}" | grep '[nqt]' || :) ;;
esac

release=$(sed -n 's/^#define UTS_RELEASE "\(.*\)"$/\1/p' "$kdir/include/generated/utsrelease.h")
folder=$root/lib/modules/$release
place=$folder
while [ ! -d "$place" ]; do place=$(dirname "$place"); done
[ -n "$only_shows" ] || [ -w "$place" ] || fail "cannot write to $folder: permission denied. Run sudo make modules_install, or pass INSTALL_MOD_PATH=DIR"
command -v depmod >/dev/null || fail "depmod was not found; install it (Debian: kmod)"

# Without the kernel's key Kbuild tries to sign the module, prints errors, and goes on.
config=$kdir/include/config/auto.conf
# Up to 5.x the value is in quotes.
key=$(sed -n 's/^CONFIG_MODULE_SIG_KEY=//p' "$config" | tr -d '"')
case $key in
pkcs11:*) has_key=yes ;;
/*) has_key=$([ ! -f "$key" ] || echo yes) ;;
*) has_key=$([ ! -f "$kdir/$key" ] || echo yes) ;;
esac
if [ -z "$has_key" ] && grep -qx CONFIG_MODULE_SIG_ALL=y "$config"; then
	set -- "$@" CONFIG_MODULE_SIG_ALL=
	echo "$module is not signed: the private key of this kernel is not in $kdir. Kernels that require signatures (Secure Boot, module.sig_enforce) refuse it; others load it."
fi

sh "$(dirname "$0")/build.sh" "$@" INSTALL_MOD_PATH="$root" modules_install
# The Makefile's + makes this run for make -n, -t and -q too, which install nothing.
if [ -n "$only_shows" ]; then
	echo "depmod -b ${root:-/} $release"
	exit
fi
# Below another root there is only what was installed there, and depmod warns of what else it knows.
depmod -b "${root:-/}" "$release" 2>&1 | grep -v 'could not open modules\.' >&2 || :
installed=$(modinfo -b "${root:-/}" -k "$release" -n "$name") ||
	fail "$module was installed, but modprobe does not find it for Linux $release"
echo "Ran depmod for Linux $release: modprobe $name finds $(echo "$installed" | tr -s /)."
