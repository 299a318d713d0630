#!/bin/busybox sh
# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash
# The first program of boot.sh's virtual machine: loads the module, exercises and
# unloads it. All that it has to tell goes into the kernel's log.
#
# scripts/exercise.sh, where there is one, runs between loading and unloading, as
# root, with all of busybox's commands, /proc, /sys, /dev and debugfs. It has
#   $module      the module's name; the file it was loaded from is /$module.ko
#   say TEXT     logs a line; so does what it prints
#   fail TEXT    ends the exercise, and `make boot` fails and says TEXT

export PATH=/bin
/bin/busybox --install -s /bin
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev
# Not every kernel has it.
mount -t debugfs debugfs /sys/kernel/debug 2>/dev/null
# shellcheck source=/dev/null
. /settings

# One write is one line of the log, which takes no more than about 1000 bytes.
record() {
	printf '<5>%s: %.900s\n' "${mark:?}" "$*" >/dev/kmsg
}

say() {
	record "exercise: $*"
}

fail() {
	record "FAILED: $*"
	exit 1
}

exercise() {
	mkfifo /output
	while IFS= read -r line; do say "$line"; done </output &
	# shellcheck source=/dev/null
	(. /exercise.sh) >/output 2>&1
	status=$?
	wait
	[ "$status" -eq 0 ] || fail "scripts/exercise.sh ended with exit status $status"
}

load_and_unload() {
	record loading
	# shellcheck disable=SC2046 # they are many words
	insmod "/${module:?}.ko" $(cat /parameters) 2>/reason || fail "insmod failed: $(cat /reason)"
	record loaded
	[ ! -f /exercise.sh ] || exercise
	record unloading
	rmmod "$module" 2>/reason || fail "rmmod failed: $(cat /reason)"
	record unloaded
}

# Of its own, so that a failure ends no more than this.
(load_and_unload)
${last:?}
