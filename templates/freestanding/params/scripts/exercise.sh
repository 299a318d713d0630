# SPDX-License-Identifier: {{spdx}}
# shellcheck shell=dash
# What `make boot` does in the virtual machine while the module is loaded.
set -eu

files=/sys/module/${module:?}/parameters
token=$(cat "$files/token")

need() {
	dmesg | grep -qF -e "$module: $1" || fail "the module did not log: $1"
}

refused() {
	! insmod "/$module.ko" "$@" 2>/reason || fail "it was loaded with $*"
	grep -q "$reason" /reason || fail "with $* it was refused for another reason: $(cat /reason)"
}

say "it was loaded with start=$(cat "$files/start") count=$(cat "$files/count")"
need "counted [-2, -1, 0], token $token"

say "loud can be set while it is loaded, and count cannot"
[ "$(cat "$files/loud")" = N ] || fail "loud is not off"
echo 1 >"$files/loud"
[ "$(cat "$files/loud")" = Y ] || fail "loud could not be set"
! echo perhaps 2>/dev/null >"$files/loud" || fail "loud was set to nonsense"
[ "$(stat -c %a "$files/count")" = 444 ] || fail "count can be set"
rmmod "$module"
need "GOODBYE, 3 numbers forgotten, token $token"

say "what is wrong is refused"
reason='Invalid argument'
refused count=0
refused count=31
refused count=-1
refused start=x
refused loud=perhaps
reason='[Rr]esult not representable\|out of range'
refused start=2147483647

say "it is loaded with what it has by itself"
insmod "/$module.ko" "token=$token"
need "counted [1, 2, 3, 4, 5], token $token"
