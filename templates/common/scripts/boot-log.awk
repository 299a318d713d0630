# SPDX-License-Identifier: {{spdx}}
# Reads the kernel's log of one boot and prints what boot-verdict.sh needs of it,
# each line behind a word:
#   mark TEXT           what boot-init.sh recorded
#   reached MARK        its last step; "start" if there was none
#   own LINE            the module's own lines and the exercise's, in the first round
#   again LINE          in the second
# and of the first trouble that the kernel reports from the loading of the module on:
#   when MARK           boot-init.sh's last step before it
#   cause TEXT          what it is
#   place NAME OFFSET   what it names of the module, the likeliest first: NAME is a
#                       function, or a section for what had no name any more
#   report LINE
# Usage: awk -v mark=MARK -v module=NAME -v folder=FOLDER -f boot-log.awk LOG
#   FOLDER   the module's, which is left out of the paths in TEXT

# How the kernel begins what it has to report: x86's words and other architectures'
# (arch/*/kernel/traps.c, arch/*/mm/fault.c), locks, hangs, memory, leftovers.
function is_report(text) {
	return text ~ /^(watchdog: )?BUG: |^\[ BUG: |^BUG [^ ]+ \(|^WARNING: / ||
		text ~ /^[Kk]ernel (BUG at|bug detected)|^Oops|^Internal error: |\[#[0-9]+\]/ ||
		text ~ /^(CPU [0-9]+ )?Unable to handle kernel |^Unhandled (fault|prefetch abort): |^(traps: )?PANIC: |^CFI failure at / ||
		text ~ /watchdog: .*hard LOCKUP|^(rcu: )?INFO: (task .* blocked|.* stall|trying to register non-static key)/ ||
		text ~ /^irq [0-9]+: nobody cared|^softirq: huh|^note: .* exited with (preempt_count|irqs disabled)/ ||
		text ~ /^refcount_t: |^UBSAN: |^list_(add|del) corruption|^usercopy: Kernel memory |^ODEBUG: / ||
		text ~ /^kmem_cache_destroy .* still has objects|^kmemleak: [1-9][0-9]* new suspected/ ||
		text ~ /^sysfs: cannot create duplicate |kobject_add_internal failed|^proc_dir_entry .* already registered/ ||
		text ~ /^debugfs: .* already (present|exists)|^unregister_netdevice: waiting|^do_init_module: .* suspiciously/ ||
		text ~ /^rust_kernel: panicked at |^Kernel panic - not syncing|^-+\[ cut here \]-+$/
}

# What the module logs, and what the kernel says of it by name; a driver's lines
# have its device's name too.
function is_own(text) {
	sub(/^module:? /, "", text)
	return index(text, module ": ") == 1 || (index(text, module " ") == 1 && substr(text, length(module) + 2) ~ /^[^ ]+: /)
}

# The kernel says it of every module that is not its own.
function is_usual(text) {
	return text ~ /: (loading out-of-tree module taints|module verification failed|module license )/
}

# What a module logs is no report of the kernel's, but for a panic in Rust that it
# handles itself.
function is_trouble(text) {
	return is_own(text) ? index(text, module ": Rust panic: ") == 1 : is_report(text)
}

function number(hexadecimal, i, n) {
	n = 0
	for (i = 1; i <= length(hexadecimal); i++) n = 16 * n + index("0123456789abcdef", substr(hexadecimal, i, 1)) - 1
	return n
}

# Of 16 digits, so that addresses can be compared as text: awk's numbers hold 53 bits.
function padded(address) {
	return substr("0000000000000000" address, length(address) + 1)
}

# A backtrace has the addresses that calls return to.
function place(name, offset) {
	return name " " (is_backtrace && offset > 0 ? offset - 1 : offset)
}

# "rust_init+0x1c/0x60 [hello]", and not those behind a question mark, which are guesses.
function find_functions(text, token, is_guess, after) {
	while (match(text, /[^ (:]+\+0x[0-9a-f]+\/0x[0-9a-f]+ \[/)) {
		token = substr(text, RSTART, RLENGTH)
		is_guess = substr(text, 1, RSTART - 1) ~ /\? $/
		text = substr(text, RSTART + RLENGTH)
		after = substr(text, length(module) + 1, 1)
		if (is_guess || index(text, module) != 1 || (after != "]" && after != " " && after != "(")) continue
		sub(/\/.*/, "", token)
		code[codes++] = place(substr(token, 1, index(token, "+0x") - 1), number(substr(token, index(token, "+0x") + 3)))
	}
}

# What is used after the module is gone has only its address.
function find_addresses(text, address, best, i) {
	while (match(text, /[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]+/)) {
		address = padded(substr(text, RSTART, RLENGTH))
		text = substr(text, RSTART + RLENGTH)
		best = ""
		for (i in section) {
			if (substr(section[i], 1, 8) != substr(address, 1, 8) || section[i] > address) continue
			if (best == "" || section[i] > section[best]) best = i
		}
		if (best != "") bare[bares++] = place(best, number(substr(address, 9)) - number(substr(section[best], 9)))
	}
}

# As many as a person reads.
function show(line) {
	if (++shown <= 300) print (is_again ? "again " : "own ") line
	if (shown == 300) print "own [and more, which only the log has]"
}

function begin(text) {
	when = last
	cause = text
	is_open = 1
}

function read_mark(text, words, word, i) {
	print "mark " text
	if (text ~ /^sections /) {
		words = split(text, word, "[ :]")
		for (i = 2; i < words; i += 2) section[word[i]] = padded(substr(word[i + 1], 3))
	} else if (text ~ /^(loading|loaded|exercising|unloading|unloaded|finished)$/) {
		is_again = is_again || (text == "loading" && last == "unloaded")
		last = text (is_again ? " again" : "")
		is_open = 0
	} else if (text ~ /^FAILED: .* did not end within / && when == "") {
		begin(substr(text, 9))
		is_backtrace = 1
	}
}

BEGIN {
	last = "start"
	when = ""
}

# "[    1.234567] text"; with CONFIG_PRINTK_CALLER "[    1.234567][   T85] text".
match($0, /^\[ *[0-9]+\.[0-9]+\](\[ *[CT][0-9]+\])? /) {
	stamp = substr($0, 1, RLENGTH)
	text = substr($0, RLENGTH + 1)
	is_mark = index(text, mark ": ") == 1
	if (is_mark) {
		text = substr(text, length(mark) + 3)
		read_mark(text)
		if (text ~ /^exercise: /) show(stamp text)
	} else {
		if (last != "start" && is_own(text) && !is_usual(text)) show($0)
		# Trouble before the module is loaded is not the module's, unless the kernel dies.
		if (when == "" && is_trouble(text) && (last != "start" || text ~ /^Kernel panic/)) begin(text)
	}
	if (!is_open || (is_mark && text !~ /^(FAILED|stack|leak): /)) next

	# The text of a warning stands between the two lines.
	if (cause ~ /cut here/ && text !~ /cut here/) cause = (text ~ /^(WARNING: |kernel BUG )/ ? "" : "WARNING: ") text
	# A panic's message has lines of its own.
	if (cause ~ /^rust_kernel: panicked at / && text !~ /^rust_kernel: /) {
		if (is_report(text)) sub(/^rust_kernel: /, "Rust panic: ", cause)
		else cause = cause " " text
	}
	if (text ~ /Call [Tt]race|[Bb]acktrace/) is_backtrace = 1
	if (text ~ /RIP: |^(pc|epc) :/) is_backtrace = 0
	if (reports < 60 && text !~ /^ *\? /) report[reports++] = $0
	find_functions(text)
	find_addresses(text)
	if (text ~ /---\[ end /) is_open = 0
}

END {
	print "reached " last
	if (when == "") exit
	while (i = index(cause, folder "/")) cause = substr(cause, 1, i - 1) substr(cause, i + length(folder) + 1)
	if (index(cause, module ": ") == 1) cause = substr(cause, length(module) + 3)
	sub(/^rust_kernel: /, "Rust panic: ", cause)
	sub(/ *\[#[0-9]+\].*| \(see \/sys\/kernel\/debug\/kmemleak\)/, "", cause)
	# "WARNING: file.c:1 at function, CPU#0: insmod/85" since 6.19.
	sub(/, CPU#[0-9]+: .*/, "", cause)
	sub(/[.!: ]+$/, "", cause)
	sub(/^WARNING: CPU: [0-9]+ PID: [0-9]+ at /, "WARNING: at ", cause)
	print "when " when
	print "cause " cause
	for (i = 0; i < codes && i < 10; i++) print "place " code[i]
	for (i = 0; i < bares && i < 10; i++) print "place " bare[i]
	for (i = 0; i < reports; i++) print "report " report[i]
}
