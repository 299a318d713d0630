# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash
# What `make boot` does in the virtual machine while the module is loaded.
set -eu

device=/dev/${module:?}
[ -c "$device" ] || fail "there is no character device $device"

user-test 2>/wrong || fail "user/test.c: $(cat /wrong)"

say "closing an open file is logged"
printf hello >"$device"
dmesg | grep -q "$module: closed: 5 bytes written, 0 read" || fail "the module did not log that a file was closed"

say "the module stays while a file is open"
exec 3<"$device"
if rmmod "$module" 2>/reason; then fail "the module was unloaded while $device was open"; fi
exec 3<&-
grep -q 'Resource temporarily unavailable' /reason || fail "rmmod gave another reason: $(cat /reason)"
