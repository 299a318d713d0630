# A kernel with Rust and with little else: what QEMU boots and modules are built for, within minutes.
# small-kernel.sh SOURCE TARGET SYMBOLS WORDS TREE: SOURCE is unpacked already; TARGET makes the image; SYMBOLS are enabled
# beside what every machine needs; WORDS go to make each time.
set -eux
# The distribution's own rustc and nobody else's.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
source=$1 target=$2 symbols=$3 words=$4 tree=$5

# What a virtual machine boots with, as far as it goes to load a module.
everywhere='EXPERT RUST MODULES MODULE_UNLOAD PRINTK TTY BLK_DEV_INITRD RD_GZIP BINFMT_ELF BINFMT_SCRIPT DEVTMPFS
	PROC_FS SYSFS FUTEX POSIX_TIMERS KALLSYMS MULTIUSER BLOCK'
mkdir "$tree"
for symbol in $everywhere $symbols; do
	echo "CONFIG_$symbol=y"
done >/tmp/small.config
make -C "$source" O="$tree" $words KCONFIG_ALLCONFIG=/tmp/small.config allnoconfig
# Kconfig says nothing when it drops what it cannot have.
while read -r line; do
	grep -qx "$line" "$tree/.config"
done </tmp/small.config
rm /tmp/small.config
make -C "$source" O="$tree" $words -j"$(nproc)" "$target" modules
