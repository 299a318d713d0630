# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash
# What `make boot` does in the virtual machine while the module is loaded.
set -eu

file=/${module:?}.ko

# The line that the module logs for the first $1 primes from $2 on.
expected() {
	awk -v count="$1" -v first="$2" 'BEGIN {
		for (n = first; found < count; n++) {
			prime = n > 1
			for (d = 2; d * d <= n; d++) if (n % d == 0) prime = 0
			if (prime) list = list (found++ ? ", " : "") n
		}
		printf "%d primes from %d: [%s]\n", count, first, list
	}'
}

logged() {
	dmesg | grep -qF "$module: $1" || fail "the module did not log: $1"
}

say "count=3 first=100 arrived"
logged "$(expected 3 100)"

say "without parameters it takes its defaults"
rmmod "$module"
insmod "$file"
logged "$(expected 5 2)"
rmmod "$module"

say "what is no number, and what is too much, is refused"
for wrong in count=many count=-1 count=101; do
	if insmod "$file" "$wrong" 2>/reason; then fail "it was loaded with $wrong"; fi
	grep -qi 'invalid' /reason || fail "$wrong was refused for another reason: $(cat /reason)"
done
logged 'count is 101, and at most 100'

say "each=1 logs each of them"
insmod "$file" count=2 first=4294967279 each=1
logged 'prime 4294967279'
logged 'prime 4294967291'
logged '2 primes from 4294967279: [4294967279, 4294967291]'
