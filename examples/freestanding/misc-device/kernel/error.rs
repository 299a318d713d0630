// SPDX-License-Identifier: GPL-2.0
//! Errors as the kernel counts them.

use crate::rust_alloc::collections::TryReserveError;
use core::alloc::AllocError;
use core::ffi::c_int;
use core::fmt;
use core::num::TryFromIntError;
use core::str::Utf8Error;

/// What a function of this module returns that may fail.
pub type Result<T = (), E = Error> = core::result::Result<T, E>;

/// An errno.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Error(c_int);

impl Error {
    /// The number as C functions return it: below zero.
    pub const fn to_errno(self) -> c_int {
        -self.0
    }
}

/// What a C function says that returns 0 or a negative errno.
pub fn to_result(errno: c_int) -> Result {
    match errno {
        0 => Ok(()),
        _ => Err(Error(-errno)),
    }
}

macro_rules! codes {
    ($($name:ident $number:literal $text:literal)*) => {
        /// The numbers of `include/uapi/asm-generic/errno-base.h`, the same on each architecture.
        pub mod code {
            use super::Error;
            $(#[doc = $text] pub const $name: Error = Error($number);)*
        }

        impl fmt::Debug for Error {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self.0 {
                    $($number => stringify!($name),)*
                    _ => "unknown error",
                })
            }
        }
    };
}

codes! {
    EPERM 1 "Operation not permitted"
    ENOENT 2 "No such file or directory"
    EINTR 4 "Interrupted system call"
    EIO 5 "I/O error"
    ENXIO 6 "No such device or address"
    E2BIG 7 "Argument list too long"
    EBADF 9 "Bad file number"
    EAGAIN 11 "Try again"
    ENOMEM 12 "Out of memory"
    EACCES 13 "Permission denied"
    EFAULT 14 "Bad address"
    EBUSY 16 "Device or resource busy"
    EEXIST 17 "File exists"
    ENODEV 19 "No such device"
    EINVAL 22 "Invalid argument"
    ENOTTY 25 "Not a typewriter"
    EFBIG 27 "File too large"
    ENOSPC 28 "No space left on device"
    EPIPE 32 "Broken pipe"
    EDOM 33 "Math argument out of domain of func"
    ERANGE 34 "Math result not representable"
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

macro_rules! becomes {
    ($($from:ty => $code:ident)*) => {
        $(impl From<$from> for Error {
            fn from(_: $from) -> Self {
                code::$code
            }
        })*
    };
}

becomes! {
    AllocError => ENOMEM
    TryReserveError => ENOMEM
    TryFromIntError => EINVAL
    Utf8Error => EINVAL
    fmt::Error => EINVAL
}
