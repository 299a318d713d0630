# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash
# What `make boot` does with the driver: it must have taken the device of
# boot.conf when the module was loaded, gives it up, and takes it again. What it
# logs is compared with what the kernel itself knows of the device.
set -eu

driver=/sys/bus/pci/drivers/${module:?}
device=
for path in /sys/bus/pci/devices/*; do
	[ "$(cat "$path/vendor" "$path/device" | tr -d '\n')" != 0x1b360x0005 ] || device=${path##*/}
done
[ -n "$device" ] || fail "the machine has no PCI test device, which boot.conf asks for"
path=/sys/bus/pci/devices/$device
read -r start end _ <"$path/resource"

# The driver said $1 of the device $2 times since it was loaded.
need_lines() {
	lines=$(dmesg | grep -cF "$module $device: $1" || :)
	[ "$lines" -eq "$2" ] || fail "the driver logged \"$1\" $lines times instead of $2"
}

# The driver is bound to the device, for the $1th time.
need_bound() {
	[ "$(readlink -f "$path/driver")" = "$driver" ] || fail "$path/driver does not lead to $driver"
	need_lines "bound to revision $(cat "$path/revision"), $((end - start + 1)) bytes of registers at $(printf '%#x' "$start")" "$1"
	need_lines "test 0 is mmio-no-eventfd, it counted 3 of 4 writes" "$1"
	grep -q " : $module\$" /proc/iomem || fail "/proc/iomem does not show that the driver has the device's memory"
}

need_bound 1
say "$device was bound when the module was loaded"

echo "$device" >"$driver/unbind" || fail "$driver/unbind refused $device"
[ ! -e "$path/driver" ] || fail "$device still has a driver after unbind"
need_lines "unbound, the count went from 3 to 0" 1
! grep -q " : $module\$" /proc/iomem || fail "/proc/iomem shows that the driver kept the device's memory"
say "$device was unbound through sysfs"

echo "$device" >"$driver/bind" || fail "$driver/bind refused $device"
need_bound 2
say "$device was bound again through sysfs"
