# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh disable=SC2034
# What boot.sh needs to know of an architecture, as variables, by the numbers in a
# module's ELF header. It is read by boot.sh, which sets $module.
#   architecture   Debian's name for it
#   uname          the kernel's name for it
#   emulator       QEMU's program, and $machine its arguments
#   package        Debian's package of the program
#   console        the kernel's name for the first serial port
#   options        more of the kernel's parameters
#   processors     of the machine: with two, races show that one would hide
#   cross          what the names of its compiler tools begin with
#   last           the command that ends the virtual machine
#   foreign        $architecture where that is not this machine's own, else empty

# Bytes 4 and 5: 64 bits or 32, little endian or big; 18 and 19: the processor
# (include/uapi/linux/elf-em.h).
elf=$(od -An -tu1 -j4 -N16 "${module:?}" | awk '{
	b = NR == 1 ? $0 : b " " $0
} END {
	split(b, byte, " ")
	little = byte[2] == 1
	print (byte[1] == 2 ? 64 : 32), (little ? "little" : "big"), little ? byte[15] + 256 * byte[16] : 256 * byte[15] + byte[16]
}')
last='poweroff -f'
processors=2
options=
case $elf in
'64 little 62')
	architecture=amd64
	uname=x86_64
	emulator='qemu-system-x86_64'
	machine='-cpu max'
	package='qemu-system-x86'
	console=ttyS0
	# Where the host is busy the kernel finds that timer broken, and panics.
	options=no_timer_check
	cross='x86_64-linux-gnu-'
	;;
'32 little 3')
	architecture=i386
	uname=i686
	emulator='qemu-system-i386'
	machine='-cpu max'
	package='qemu-system-x86'
	console=ttyS0
	# Where the host is busy the kernel finds that timer broken, and panics.
	options=no_timer_check
	cross='i686-linux-gnu-'
	;;
'64 little 183')
	architecture=arm64
	uname=aarch64
	emulator='qemu-system-aarch64'
	# Signing addresses as real processors do it takes QEMU most of the time.
	machine='-machine virt -cpu max,pauth-impdef=on'
	package='qemu-system-arm'
	console=ttyAMA0
	cross='aarch64-linux-gnu-'
	;;
'32 little 40')
	architecture=armhf
	uname=armv7l
	emulator='qemu-system-arm'
	# Debian's kernel has no LPAE, and finds PCI only below 4 GiB.
	machine='-machine virt,highmem=off -cpu cortex-a15'
	package='qemu-system-arm'
	console=ttyAMA0
	cross='arm-linux-gnueabihf-'
	;;
'64 little 243')
	architecture=riscv64
	uname=riscv64
	emulator='qemu-system-riscv64'
	machine='-machine virt'
	package='qemu-system-riscv, or qemu-system-misc and opensbi'
	console=ttyS0
	cross='riscv64-linux-gnu-'
	;;
'64 little 21')
	architecture=ppc64el
	uname=ppc64le
	emulator='qemu-system-ppc64'
	machine='-machine pseries -cpu POWER9'
	package='qemu-system-ppc'
	console=hvc0
	cross='powerpc64le-linux-gnu-'
	;;
'64 big 22')
	architecture=s390x
	uname=s390x
	emulator='qemu-system-s390x'
	machine='-cpu max'
	package='qemu-system-s390x, or qemu-system-misc'
	console=ttysclp0
	cross='s390x-linux-gnu-'
	;;
'64 little 258')
	architecture=loong64
	uname=loongarch64
	emulator='qemu-system-loongarch64'
	# Without firmware the kernel finds no ACPI tables, and dies of a keyboard that is not there.
	machine='-machine virt -cpu la464 -bios /usr/share/qemu-efi-loongarch64/QEMU_EFI.fd'
	package='qemu-system-misc and qemu-efi-loongarch64'
	console=ttyS0
	cross='loongarch64-linux-gnu-'
	;;
'64 little 8')
	architecture=mips64el
	uname=mips64
	emulator='qemu-system-mips64el'
	machine='-machine malta -cpu 5KEc'
	package='qemu-system-mips'
	console=ttyS0
	cross='mips64el-linux-gnuabi64-'
	# QEMU starts a second one at once, without what the kernel needs to stop it.
	processors=1
	# The machine has no switch to be turned off by, and QEMU ends when it would start again.
	last='reboot -f'
	;;
*)
	fail "$module is for an architecture (ELF: $elf) that boot.sh has no virtual machine for"
	;;
esac
foreign=$architecture
[ "$uname" != "$(uname -m)" ] || foreign=
