# A small kernel that loads signed modules only, built and put where the kernels of a machine are.
# signed-tree.sh SOURCE TREE: SOURCE is unpacked already.
set -eux
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
source=$1 tree=$2

mkdir "$tree"
make -C "$source" O="$tree" tinyconfig
# What a machine of QEMU's boots with, as far as it goes to load a module.
for symbol in 64BIT EXPERT MODULES MODULE_UNLOAD MODULE_SIG MODULE_SIG_FORCE PRINTK TTY SERIAL_8250 \
	SERIAL_8250_CONSOLE BLK_DEV_INITRD RD_GZIP BINFMT_ELF BINFMT_SCRIPT DEVTMPFS PROC_FS SYSFS FUTEX POSIX_TIMERS \
	KALLSYMS MULTIUSER PCI ACPI BLOCK; do
	"$source/scripts/config" --file "$tree/.config" --enable "$symbol"
done
"$source/scripts/config" --file "$tree/.config" --set-str LOCALVERSION -signed
make -C "$source" O="$tree" -j"$(nproc)" olddefconfig bzImage modules
grep -q '^CONFIG_MODULE_SIG_FORCE=y' "$tree/.config"
modules=/usr/lib/modules/$(cat "$tree/include/config/kernel.release")
mkdir -p "$modules"
cp "$tree/arch/x86/boot/bzImage" "$modules/vmlinuz"
ln -s "$tree" "$modules/build"
