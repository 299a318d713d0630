#!/bin/sh
# SPDX-License-Identifier: {{spdx}}
# Reads the log of one boot, shows the module's own lines in it, and says whether
# the module was loaded and unloaded twice without any trouble.
# Usage: boot-verdict.sh LOG MODULE.ko MARK [SECONDS]
#   MARK      what boot-init.sh's lines of this boot begin with
#   SECONDS   after which the machine was stopped, if it was
# Exit status: 0 OK, 1 FAILED, 75 the machine failed before the module was loaded
set -eu

scripts=$(dirname "$0")
log=$1
module=$2
mark=$3
stopped=${4:-}
file=$(basename "$module" .ko)
name=$(printf '%s' "$file" | tr - _)

fail() {
	echo "$file: boot FAILED: $*" >&2
	exit 1
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' HUP TERM

# Nothing in a log may steer the terminal: control characters, C1 among them, and those that change the direction.
c1=$(printf '\302[\200-\237]')
bidi=$(printf '\342\200[\216\217\252-\256]')
isolate=$(printf '\342\201[\246-\251]')
tr -d '\000-\010\013-\037\177' <"$log" | LC_ALL=C sed "s/$c1//g; s/$bidi//g; s/$isolate//g" >"$work/log"
LC_ALL=C awk -v mark="$mark" -v module="$name" -v folder="$PWD" -f "$scripts/boot-log.awk" "$work/log" >"$work/read"

# What stands behind the word $1 in each line that has it.
all() {
	sed -n "s/^$1 //p" "$work/read"
}

# The first mark that begins with $1, without it.
marked() {
	all mark | sed -n "s/^$1//p" | head -n 1
}

demangled() {
	if command -v c++filt >/dev/null; then c++filt -i; else cat; fi
}

# The last step of boot-init.sh, for people.
moment() {
	case $1 in
	start) did='before the module was loaded' ;;
	loading*) did='during insmod' ;;
	loaded*) did='after insmod' ;;
	exercising) did='during scripts/exercise.sh' ;;
	unloading*) did='during rmmod' ;;
	unloaded* | finished*) did='after rmmod' ;;
	esac
	case $1 in *' again') did="$did, the second time" ;; esac
	echo "$did"
}

cause=$(all cause)
when=$(all when)
reached=$(all reached)
all own
if [ "$when" = start ] || { [ "$reached" = start ] && [ -z "$stopped" ]; }; then
	echo "$file: the virtual machine failed before the module was loaded: ${cause:-its kernel stopped}" >&2
	exit 75
fi
if [ -n "$cause" ]; then
	all report | demangled >&2
	sh "$scripts/explain.sh" "$work/log" >&2
	place=
	# A panic has its place in its message. Otherwise the first in the module's own files, or else the first.
	case $cause in
	'Rust panic'*) ;;
	*)
		all place >"$work/places"
		while read -r function offset; do
			found=$(sh "$scripts/boot-place.sh" "$module" "$function" "$offset") || continue
			place=${place:-$found}
			case $found in
			/* | kernel/*) ;;
			*:[0-9]*' ('*)
				place=$found
				break
				;;
			esac
		done <"$work/places"
		;;
	esac
	fail "$(printf '%s\n' "$cause" | demangled)${place:+, at $place}, $(moment "$when"); $log has all of it"
fi

reason=$(marked 'exercise FAILED: ')
[ -z "$reason" ] || fail "$reason. scripts/exercise.sh expected something else of the module:" \
	"change that file to what the module does now, or delete it, and make boot only loads and unloads the module"
reason=$(marked 'FAILED: ')
if [ -n "$reason" ]; then
	all again
	sh "$scripts/explain.sh" "$work/log" >&2
	fail "$reason"
fi

if [ "$reached" != 'finished again' ]; then
	if [ -n "$stopped" ]; then
		ended="it was stopped after $stopped seconds (BOOT_TIMEOUT)"
	else
		ended='the kernel stopped'
	fi
	fail "$ended $(moment "$reached"); see $log"
fi

# The file that the kernel loaded is the one that was built.
id=$(marked 'build-id ')
[ -z "$id" ] || od -An -v -tx1 "$module" | tr -d ' \n' | grep -qF "$id" ||
	fail "the kernel loaded a module with another build ID than $module has"
id=$(marked 'srcversion ')
[ -z "$id" ] || LC_ALL=C tr '\000' '\n' <"$module" | grep -aqFx "srcversion=$id" ||
	fail "the kernel loaded a module with srcversion $id, and $module has another"

tainted=$(marked 'tainted ')
[ -n "$tainted" ] || fail "the kernel stopped after rmmod; see $log"
new=$((${tainted#* } & ~${tainted% *}))
flags=
# Documentation/admin-guide/tainted-kernels.rst
for flag in '5 B (a bad page)' '7 D (it died of an oops or BUG)' '9 W (it warned)' '14 L (it locked up)'; do
	[ $((new >> ${flag%% *} & 1)) -eq 0 ] || flags="$flags${flags:+, }${flag#* }"
done
[ -z "$flags" ] || fail "the kernel is tainted since the module was loaded: $flags; see $log"

[ -n "$(all own)" ] || echo "The module logged nothing of its own." >&2
grep -q 'KernelAddressSanitizer initialized' "$work/log" && grep -q 'Kernel memory leak detector initialized' "$work/log" ||
	echo "Only a kernel built for it sees leaks, reads of freed memory, and sleeping under a spinlock." >&2
did='loaded and unloaded'
! all mark | grep -qx exercising || did='loaded, exercised and unloaded'
echo "$file: boot OK: $did in Linux $(marked 'Linux ')"
