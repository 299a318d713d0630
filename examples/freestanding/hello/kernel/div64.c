// SPDX-License-Identifier: GPL-2.0
/*
 * What compilers call for 64-bit division on 32-bit processors, and the kernel
 * has under other names. Rust has checked that the divisor is not 0.
 */
#include <linux/math64.h>

#ifdef CONFIG_ARM
u64 div64_unsigned(u64 dividend, u64 divisor, u64 *remainder);
s64 div64_signed(s64 dividend, s64 divisor, s64 *remainder);

u64 div64_unsigned(u64 dividend, u64 divisor, u64 *remainder)
{
	return div64_u64_rem(dividend, divisor, remainder);
}

s64 div64_signed(s64 dividend, s64 divisor, s64 *remainder)
{
	s64 quotient = div64_s64(dividend, divisor);

	*remainder = dividend - quotient * divisor;
	return quotient;
}

/*
 * The quotient in r0 and r1 and the remainder in r2 and r3 (Run-time ABI for the
 * Arm Architecture, section 5.3.1), which no C function returns.
 */
#define RETURN_BOTH(name, function) \
asm(".text\n" \
"	.globl " #name "\n" \
"	.type " #name ", %function\n" \
#name ":\n" \
"	.fnstart\n" \
"	push {r4, lr}\n" \
"	.save {r4, lr}\n" \
"	sub sp, sp, #16\n" \
"	.pad #16\n" \
"	add r4, sp, #8\n" \
"	str r4, [sp]\n" \
"	bl " #function "\n" \
"	ldrd r2, r3, [sp, #8]\n" \
"	add sp, sp, #16\n" \
"	pop {r4, pc}\n" \
"	.fnend\n" \
"	.size " #name ", . - " #name "\n")

RETURN_BOTH(__aeabi_uldivmod, div64_unsigned);
RETURN_BOTH(__aeabi_ldivmod, div64_signed);
#else
u64 __udivdi3(u64 dividend, u64 divisor);
u64 __umoddi3(u64 dividend, u64 divisor);
s64 __divdi3(s64 dividend, s64 divisor);
s64 __moddi3(s64 dividend, s64 divisor);

u64 __udivdi3(u64 dividend, u64 divisor)
{
	return div64_u64(dividend, divisor);
}

u64 __umoddi3(u64 dividend, u64 divisor)
{
	u64 remainder;

	div64_u64_rem(dividend, divisor, &remainder);
	return remainder;
}

s64 __divdi3(s64 dividend, s64 divisor)
{
	return div64_s64(dividend, divisor);
}

s64 __moddi3(s64 dividend, s64 divisor)
{
	return dividend - div64_s64(dividend, divisor) * divisor;
}
#endif
