# A tree of the distribution's own kernel, configured as the distribution does but with the Rust that it left out: its
# modules are for compiling only, since no kernel of this configuration is there to load them.
# enabled-tree.sh SOURCE TREE: where to unpack the kernel's source, where to make the tree.
set -eux
# The distribution's own rustc and nobody else's.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
source=$1 tree=$2
headers=$(echo /usr/src/linux-headers-*-amd64)
release=${headers#*linux-headers-}

mkdir "$source" "$tree"
tar --extract --file "$(echo /usr/src/linux-source-*.tar.xz)" --strip-components=1 --directory "$source"
cp "$headers/.config" "$tree"
# Up to 6.13 Rust cannot be had with MODVERSIONS (config RUST in init/Kconfig).
"$source/scripts/config" --file "$tree/.config" --disable MODVERSIONS --enable RUST

make -C "$source" O="$tree" LOCALVERSION="+${release#*+}" -j"$(nproc)" olddefconfig modules_prepare
# Kconfig says nothing when it drops what a tool is missing for.
grep -q "^CONFIG_RUST=y" "$tree/.config"

# What the kernel itself would export: its names are in no Module.symvers until it is built, and modpost needs each of them.
# Nothing of it is linked, so the list is made from what the sources export.
cp "$headers/Module.symvers" "$tree"
sed -n 's/^EXPORT_SYMBOL_RUST_GPL(\(.*\));$/0x00000000\t\1\tvmlinux\tEXPORT_SYMBOL_GPL\t/p' \
	"$tree"/rust/exports_*_generated.h >>"$tree/Module.symvers"
