// SPDX-License-Identifier: {{spdx}}
/*
{{#if deviceReadWrite}}
 * Tries /dev/{{name}} as a program sees it: what is written must come back, in
 * each open file its own, and what is wrong must be refused with the right errno.
{{else}}
 * Tries /dev/{{name}} as a program sees it: its ioctls must answer, and what is
 * wrong must be refused with the right errno.
{{/if}}
 * `make boot` runs it in the virtual machine. Ends with 1, and a sentence on
 * stderr, at the first thing that is not as it should be.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
{{#if deviceReadWrite}}
#include <sys/wait.h>
{{/if}}
#include <unistd.h>

#include "{{name}}.h"

static void step(const char *text)
{
	puts(text);
	fflush(stdout);
}

__attribute__((format(printf, 2, 3)))
static void need(int right, const char *format, ...)
{
	va_list arguments;

	if (right)
		return;
	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fputc('\n', stderr);
	exit(1);
}

static void need_zero(int result, const char *what)
{
	need(result == 0, "%s failed: %s", what, strerror(errno));
}

static void need_errno(long result, int expected, const char *what)
{
	int found = errno;

	need(result == -1, "%s was not refused, but gave %ld", what, result);
	need(found == expected, "%s gave \"%s\", and not \"%s\"", what, strerror(found), strerror(expected));
}

static int open_device(void)
{
	int device = open(DEVICE_PATH, O_RDWR);

	need(device >= 0, "%s cannot be opened: %s", DEVICE_PATH, strerror(errno));
	return device;
}

{{#if deviceReadWrite}}
/* Writes bytes of which `kept` are to be taken. */
static void put(int device, const void *bytes, size_t length, ssize_t kept)
{
	ssize_t written = write(device, bytes, length);

	need(written == kept, "writing %zu bytes gave %zd, and not %zd", length, written, kept);
}

/* Asks for `length` bytes, of which all of `expected` are to come. */
static void get(int device, size_t length, const void *expected, ssize_t come)
{
	static char bytes[DEVICE_LARGEST_LIMIT];
	ssize_t got = read(device, bytes, length);

	need(got == come, "reading %zu bytes gave %zd, and not %zd", length, got, come);
	need(memcmp(bytes, expected, come) == 0, "the %zd bytes read are not those written", come);
}

{{/if}}
static void need_length(int device, __u32 expected)
{
	__u32 length = ~0;

	need_zero(ioctl(device, DEVICE_GET_LENGTH, &length), "GET_LENGTH");
	need(length == expected, "the length is %u, and not %u", length, expected);
}

static void reset(int device)
{
	need_zero(ioctl(device, DEVICE_RESET), "RESET");
}

static int set_limit(int device, __u32 limit)
{
	return ioctl(device, DEVICE_SET_LIMIT, &limit);
}

{{#if deviceReadWrite}}
/* Two processes write into one open file at the same time, and nothing is lost. */
static void write_from_two_sides(int device)
{
	enum { each = 1000 };
	char bytes[2 * each];
	int status, ones = 0;
	pid_t child = fork();

	need(child >= 0, "fork failed: %s", strerror(errno));
	for (int i = 0; i < each; i++)
		put(device, child == 0 ? "1" : "0", 1, 1);
	if (child == 0)
		_exit(0);
	need(waitpid(child, &status, 0) == child && status == 0, "the other process failed");
	need(read(device, bytes, sizeof(bytes)) == sizeof(bytes), "of %zu bytes some are lost", sizeof(bytes));
	for (size_t i = 0; i < sizeof(bytes); i++)
		ones += bytes[i] == '1';
	need(ones == each, "of %d bytes of one process there are %d", each, ones);
}

{{/if}}
int main(void)
{
{{#if deviceReadWrite}}
	static char pattern[DEVICE_DEFAULT_LIMIT + 1000];
{{/if}}
	int one = open_device();
	int other = open_device();
	/* An address at which there is nothing. */
	void *nowhere = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	need(nowhere != MAP_FAILED, "mmap failed: %s", strerror(errno));
{{#if deviceReadWrite}}
	for (size_t i = 0; i < sizeof(pattern); i++)
		pattern[i] = i * 7 + i / 256;

	step("bytes come back in the order in which they were written");
	put(one, "hello ", 6, 6);
	put(one, "world", 5, 5);
	need_length(one, 11);
	get(one, 4, "hell", 4);
	need_length(one, 7);
	get(one, 100, "o world", 7);
	get(one, 100, "", 0);

	step("each open file has bytes of its own");
	put(one, "one", 3, 3);
	need_length(other, 0);
	put(other, "other", 5, 5);
	get(one, 100, "one", 3);
	get(other, 100, "other", 5);

	step("RESET forgets the bytes");
	put(one, "forgotten", 9, 9);
	reset(one);
	need_length(one, 0);
	get(one, 100, "", 0);

	step("SET_LIMIT bounds what is held");
	need_zero(set_limit(one, 8), "SET_LIMIT");
	put(one, "0123456789", 10, 8);
	need_errno(write(one, "8", 1), ENOSPC, "writing beyond the limit");
	need_errno(set_limit(one, 7), EINVAL, "a limit below what is held");
	need_errno(set_limit(one, DEVICE_LARGEST_LIMIT + 1), EINVAL, "a limit above the largest");
	get(one, 100, "01234567", 8);
	put(one, "0123456789", 10, 8);
	reset(one);
	put(one, pattern, sizeof(pattern), DEVICE_DEFAULT_LIMIT);
	get(one, sizeof(pattern), pattern, DEVICE_DEFAULT_LIMIT);
	need_zero(set_limit(one, DEVICE_LARGEST_LIMIT), "SET_LIMIT to the largest");
	put(one, pattern, sizeof(pattern), sizeof(pattern));
	get(one, sizeof(pattern), pattern, sizeof(pattern));
	reset(one);

	step("what is wrong is refused");
	put(one, "x", 1, 1);
	need_errno(write(one, nowhere, 5), EFAULT, "writing from nowhere");
	need_errno(read(one, nowhere, 1), EFAULT, "reading to nowhere");
{{else}}

	step("there is nothing to be read");
	need_length(one, 0);
	need_length(other, 0);

	step("SET_LIMIT takes what is allowed");
	need_zero(set_limit(one, 0), "SET_LIMIT");
	need_zero(set_limit(one, DEVICE_LARGEST_LIMIT), "SET_LIMIT");
	reset(one);

	step("what is wrong is refused");
	need_errno(write(one, "x", 1), EINVAL, "writing");
	need_errno(set_limit(one, DEVICE_LARGEST_LIMIT + 1), EINVAL, "a limit above the largest");
{{/if}}
	need_errno(ioctl(one, DEVICE_GET_LENGTH, nowhere), EFAULT, "GET_LENGTH to nowhere");
	need_errno(ioctl(one, DEVICE_SET_LIMIT, nowhere), EFAULT, "SET_LIMIT from nowhere");
	need_errno(ioctl(one, _IO('k', 99)), ENOTTY, "an unknown ioctl");
	reset(one);

{{#if deviceReadWrite}}
	step("two processes share an open file");
	write_from_two_sides(one);

{{/if}}
	close(other);
	close(one);
	step("all is as it should be");
	return 0;
}
