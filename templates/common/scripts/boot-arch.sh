# SPDX-License-Identifier: {{spdx}}
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
{{#each machines}}
'{{elf}}')
	architecture={{architecture}}
	uname={{uname}}
	emulator='{{emulator}}'
{{#if machineReason}}
	# {{machineReason}}
{{/if}}
	machine='{{machine}}'
	package='{{package}}'
	console={{console}}
{{#if options}}
	# {{optionsReason}}
	options={{options}}
{{/if}}
	cross='{{cross}}'
{{#if processors}}
	# {{processorsReason}}
	processors={{processors}}
{{/if}}
{{#if last}}
	# {{lastReason}}
	last='{{last}}'
{{/if}}
	;;
{{/each}}
*)
	fail "$module is for an architecture (ELF: $elf) that boot.sh has no virtual machine for"
	;;
esac
foreign=$architecture
[ "$uname" != "$(uname -m)" ] || foreign=
