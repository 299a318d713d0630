# SPDX-License-Identifier: {{spdx}}
# shellcheck shell=dash
# What `make boot` does in the virtual machine while the module is loaded.
set -eu

# The thread of the module's line that goes on like $1.
thread() {
	dmesg | sed -n "s/.*${module:?}: thread \([0-9]*\) $1.*/\1/p"
}

giver=$(thread 'hands the work over')
worker=$(thread 'has done [0-9]* divisions')
told=$(thread 'was told of [0-9]* primes')
say "thread $giver gave work to thread $worker, and thread $told was told"
if [ -z "$giver" ] || [ "$told" != "$giver" ]; then fail "the thread that loaded the module was not told what was found"; fi
if [ -z "$worker" ] || [ "$worker" = "$giver" ]; then fail "the work was not done by another thread"; fi

primes=$(awk 'BEGIN {
	for (n = 2; n < 100; n++) {
		prime = 1
		for (d = 2; d < n; d++) if (n % d == 0) prime = 0
		count += prime
	}
	print count
}')
dmesg | grep -q "$module: thread $told was told of $primes primes\$" || fail "below 100 there are $primes primes, and not as many were found"
