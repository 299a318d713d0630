#!/bin/busybox sh
# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash
# The first program of boot.sh's virtual machine: loads the module, exercises it,
# unloads it, waits for what it may have left behind, and does it once more. All
# that it reports goes into the kernel's log, each line behind this boot's mark.
#
# If there is a scripts/exercise.sh, it runs between the first loading and the
# first unloading, as root, with all of busybox's commands, /proc, /sys, /dev and
# debugfs. It has
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
ln -s /proc/self/fd/0 /dev/stdin 2>/dev/null
# shellcheck source=/dev/null
. /settings
seconds=${patience:?}

# One write is one line of the log, which takes no more than about 1000 bytes.
record() {
	printf '<5>%s: %.900s\n' "${mark:?}" "$*" >/dev/kmsg
}

say() {
	record "exercise: $*"
}

failed=FAILED
fail() {
	record "$failed: $*"
	exit 1
}

# What hangs ends the machine, and soon. Only from here on: on a busy computer its
# start may look as if it hung. Not every kernel has all of these.
set_limits() {
	for setting in panic_on_oops=1 softlockup_panic=1 hardlockup_panic=1 watchdog_thresh=4 panic_on_rcu_stall=1 \
		"hung_task_timeout_secs=$seconds" hung_task_check_interval_secs=3 hung_task_panic=1; do
		file=/proc/sys/kernel/${setting%=*}
		[ ! -e "$file" ] || echo "${setting#*=}" >"$file"
	done
	file=/sys/module/rcupdate/parameters/rcu_cpu_stall_timeout
	[ ! -e "$file" ] || echo "$seconds" >"$file"
}

# busybox's insmod calls finit_module and then, whatever the first one failed for,
# init_module: an init that fails would run twice. Only the second reads from a
# pipe, and from a pipe only what is compressed.
insmod() {
	file=$1
	shift
	[ -f "$file.gz" ] || gzip -c "$file" >"$file.gz"
	# shellcheck disable=SC2002 # a file would not be a pipe
	cat "$file.gz" | command insmod /dev/stdin "$@" 2>/refusal && return
	sed "s|/dev/stdin|$file|" /refusal >&2
	return 1
}

# Sees the ends that the kernel does not: of a loop that can be preempted, and of
# a wait that a signal could end. It shows where each processor and the process are.
watch() {
	sleep $((2 * seconds))
	record "FAILED: $1 did not end within $((2 * seconds)) seconds"
	for task in /proc/[0-9]*; do
		read -r _ name _ <"$task/stat" || continue
		[ "$name" != "($1)" ] || while read -r line; do record "stack: $line"; done <"$task/stack"
	done
	echo l >/proc/sysrq-trigger
	${last:?}
}

watched() {
	watch "$1" 2>/dev/null &
	watcher=$!
	"$@" 2>/reason
	status=$?
	kill "$watcher"
	return "$status"
}

# Whether the kernel's list has the module: then $users, $by whom, and its $state.
is_loaded() {
	while read -r name _ users by state _; do
		[ "$name" != "${module:?}" ] || return 0
	done </proc/modules
	return 1
}

# What tells this very file from others, and where its code is.
identify() {
	folder=/sys/module/$module
	[ ! -r "$folder/srcversion" ] || record "srcversion $(cat "$folder/srcversion")"
	id=$folder/notes/.note.gnu.build-id
	[ ! -r "$id" ] || record "build-id $(od -An -v -tx1 "$id" | tr -d ' \n')"
}

# Where its code and data are: the second time it is usually loaded there again.
locate() {
	# shellcheck disable=SC2046 # they are many words
	record sections $(cd "/sys/module/$module/sections" && grep . .*text* .*data* .bss 2>/dev/null)
}

load() {
	record loading
	# shellcheck disable=SC2046 # they are many words
	watched insmod "/$module.ko" $(cat /parameters) || fail "insmod failed: $(cat /reason)"
	if ! is_loaded || [ "$state" != Live ]; then fail "insmod succeeded, and /proc/modules does not have the module"; fi
	record loaded
}

tell_use() {
	is_loaded || :
	case $by in
	*permanent*) echo 'it has no exit function, and the kernel never unloads such a module' ;;
	-) echo "something still uses it, its reference count is $users" ;;
	*) echo "it is still used by ${by%,}" ;;
	esac
}

unload() {
	is_loaded || fail "the module is not loaded any more: what scripts/exercise.sh unloads, it has to load again"
	record unloading
	watched rmmod "$module" || fail "rmmod failed: $(cat /reason); $(tell_use)"
	! is_loaded || fail "rmmod succeeded, and /proc/modules still has the module"
	record unloaded
}

exercise() {
	record exercising
	mkfifo /output
	while IFS= read -r line; do say "$line"; done </output &
	reader=$!
	# shellcheck source=/dev/null
	(failed='exercise FAILED' && . /exercise.sh) >/output 2>&1
	status=$?
	wait "$reader"
	[ "$status" -eq 0 ] || failed='exercise FAILED' fail "it ended with exit status $status"
}

# Lists the memory that nothing refers to. Only a kernel that was built to see leaks has
# the file. An object is listed when it is 5 seconds old and unreferenced in two scans.
leaks=/sys/kernel/debug/kmemleak
scan() {
	[ -e "$leaks" ] || return
	sleep 6
	echo scan >"$leaks" && echo scan >"$leaks"
}

report_leaks() {
	! scan || head -n 40 "$leaks" | while IFS= read -r line; do record "leak: $line"; done
}

live() {
	load
	identify
	locate
	[ ! -f /exercise.sh ] || exercise
	unload
	# In this time timers, work and threads run that should be gone.
	sleep 2
	# So quickly that they have not run before: no other program is started in between.
	load
	unload
	sleep 3
	report_leaks
	record finished
}

# Not every kernel has the file.
taint() {
	cat /proc/sys/kernel/tainted 2>/dev/null || echo 0
}

record "Linux $(uname -r)"
set_limits
before=$(taint)
# What was lost before is not the module's.
! scan || echo clear >"$leaks"
# Of its own, so that a failure ends no more than this.
(live)
record "tainted $before $(taint)"
$last
