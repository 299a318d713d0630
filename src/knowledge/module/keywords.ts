/** C11's keywords (ISO/IEC 9899:2011, 6.4.1), and GNU's that gcc reserves in the kernel's `-std=gnu11`. */
const c = `auto break case char const continue default do double else enum extern float for goto if inline int long
register restrict return short signed sizeof static struct switch typedef union unsigned void volatile while
_Alignas _Alignof _Atomic _Bool _Complex _Generic _Imaginary _Noreturn _Static_assert _Thread_local asm typeof`;

/** Rust's strict and reserved keywords of edition 2021, `gen` of edition 2024 (The Rust Reference, Keywords). */
const rust = `as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod
move mut pub ref return self Self static struct super trait true type unsafe use where while
abstract become box do final gen macro override priv try typeof unsized virtual yield union _`;

/** Words that cannot be a module's name, since it becomes an identifier in C and in Rust. */
export const reservedWords: ReadonlySet<string> = new Set(`${c} ${rust}`.split(/\s+/));
