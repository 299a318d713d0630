# What the distribution leaves out of its headers: the same kernel's tree, configured alike, prepared with Rust.
# rust-tree.sh SOURCE TREE: where to unpack the kernel's source, where to make the tree.
set -eux
# The distribution's own rustc and nobody else's.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
source=$1 tree=$2
headers=$(echo /usr/src/linux-headers-*-amd64)
release=${headers#*linux-headers-}

mkdir "$source" "$tree"
tar --extract --file "$(echo /usr/src/linux-source-*.tar.xz)" --strip-components=1 --directory "$source"
for file in .config Module.symvers vmlinux; do
	if [ -e "$headers/$file" ]; then cp "$headers/$file" "$tree"; fi
done

# For host programs too: the headers bring no other gcc.
cc=$(sed -n 's/^CONFIG_CC_VERSION_TEXT="\([^ ]*\).*/\1/p' "$headers/.config")
make -C "$source" O="$tree" LOCALVERSION="+${release#*+}" CC="$cc" HOSTCC="$cc" -j"$(nproc)" \
	olddefconfig modules_prepare
# Kconfig says nothing when it drops what a tool is missing for.
grep -q "^CONFIG_RUST=y" "$tree/.config"
