# A small kernel's tree as Clang prepares it, with Rust and with the C helpers inlined into Rust.
# clang-tree.sh SOURCE TREE: SOURCE is unpacked already.
set -eux
# The distribution's own rustc and nobody else's.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
source=$1 tree=$2

mkdir "$tree"
make -C "$source" O="$tree" LLVM=1 allnoconfig
for symbol in 64BIT EXPERT MODULES MODULE_UNLOAD PRINTK RUST RUST_INLINE_HELPERS; do
	"$source/scripts/config" --file "$tree/.config" --enable "$symbol"
done
make -C "$source" O="$tree" LLVM=1 -j"$(nproc)" olddefconfig modules_prepare
# Building the kernel itself would take long: its symbols are those of the distribution's, by the same compiler.
cp /usr/src/linux-headers-*-amd64/Module.symvers "$tree"
grep -q '^CONFIG_RUST_INLINE_HELPERS=y' "$tree/.config"
