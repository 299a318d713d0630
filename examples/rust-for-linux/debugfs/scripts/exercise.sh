# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash
# What `make boot` does in the virtual machine while the module is loaded.
set -eu

folder=/sys/kernel/debug/${module:?}

# The file $1 shows $2.
shows() {
	[ "$(cat "$folder/$1")" = "$2" ] || fail "$folder/$1 shows $(cat "$folder/$1"), and not $2"
}

# The file $1 does not take $2.
refuses() {
	if echo "$2" 2>/reason >"$folder/$1"; then fail "$folder/$1 took $2"; fi
}

say "the files show what they begin with"
shows about '"a kernel module in Rust"'
shows limit 10
shows range 'Range { from: 1, to: 5 }'

say "a number is changed"
echo 42 >"$folder/limit"
shows limit 42

say "two numbers are changed at once"
echo 3 8 >"$folder/range"
shows range 'Range { from: 3, to: 8 }'

say "what is no number or no range is refused, and changes nothing"
refuses limit many
refuses limit -1
refuses range '8 3'
refuses range 3
refuses range '1 2 3'
shows limit 42
shows range 'Range { from: 3, to: 8 }'

say "the files go with the module"
rmmod "$module"
[ ! -e "$folder" ] || fail "$folder is still there"
dmesg | grep -qF "$module: goodbye, the limit was 42 and the range 3 to 8" || fail "the module did not see the changes"
insmod "/$module.ko"
shows limit 10
