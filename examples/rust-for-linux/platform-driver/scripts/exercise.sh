# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash
# What `make boot` does with the driver: a PC has no device tree that could name a
# device for it, so it is told to take one through driver_override, gives it up,
# and takes it again. What it logs is compared with what the kernel itself knows
# of the device.
set -eu

bus=/sys/bus/platform
driver=$bus/drivers/${module:?}
[ -d "$driver" ] || fail "there is no $driver: the driver was not registered"

# The first device that has memory and no driver, and the first that has neither.
# Whatever they are: the driver reads, and writes nothing.
device=
bare=
for path in "$bus"/devices/*; do
	[ ! -e "$path/driver" ] || continue
	name=${path##*/}
	if sed 's/.* : //' /proc/iomem | grep -qxF "$name"; then
		device=${device:-$name}
	else
		bare=${bare:-$name}
	fi
done
[ -n "$device" ] || fail "no platform device of this machine has memory and no driver"
[ -n "$bare" ] || fail "no platform device of this machine has neither memory nor a driver"
path=$bus/devices/$device
line=$(grep -F " : $device" /proc/iomem | head -n 1 | tr -d ' ')
range=${line%%:*}
start=0x${range%-*}
end=0x${range#*-}
# Once the driver has the memory, this is not allowed.
identification=$(devmem "$start" 32 | tr '[:upper:]' '[:lower:]')
say "$device is for the driver, it has memory and no driver"

# The driver said $1 of the device $2 times since it was loaded.
need_lines() {
	lines=$(dmesg | grep -cF "$module $device: $1" || :)
	[ "$lines" -eq "$2" ] || fail "the driver logged \"$1\" $lines times instead of $2"
}

# The driver is bound to the device, for the $1th time.
need_bound() {
	[ "$(readlink -f "$path/driver")" = "$driver" ] || fail "$path/driver does not lead to $driver"
	need_lines "bound to $((end - start + 1)) bytes at $(printf '%#x' "$start"), identification $identification" "$1"
	need_claims 2
}

# /proc/iomem shows the device's memory, and below it whoever has taken it.
need_claims() {
	claims=$(grep -cF " : $device" /proc/iomem || :)
	[ "$claims" -eq "$1" ] || fail "$device is in /proc/iomem $claims times instead of $1"
}

need_claims 1
echo "$module" >"$path/driver_override" || fail "$path/driver_override refused $module"
echo "$device" >"$bus/drivers_probe" || fail "$bus/drivers_probe refused $device"
need_bound 1
say "$device was bound through driver_override"

echo "$device" >"$driver/unbind" || fail "$driver/unbind refused $device"
[ ! -e "$path/driver" ] || fail "$device still has a driver after unbind"
need_lines "unbound, giving its memory back" 1
need_claims 1
say "$device was unbound"

echo "$module" >"$bus/devices/$bare/driver_override" || fail "$bus/devices/$bare/driver_override refused $module"
if (echo "$bare" >"$driver/bind") 2>/refusal; then fail "the driver took $bare, which has no memory"; fi
grep -q 'Invalid argument' /refusal || fail "$bare has no memory, and was refused for another reason: $(cat /refusal)"
say "$bare was refused: it has no memory"

echo "$device" >"$driver/bind" || fail "$driver/bind refused $device"
need_bound 2
say "$device was bound again"
