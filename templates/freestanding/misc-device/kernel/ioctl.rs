// SPDX-License-Identifier: {{spdx}}
//! The numbers of `ioctl` commands, made as the C macros of the same names make them.

#![allow(non_snake_case)]

/// `include/uapi/asm-generic/ioctl.h`
#[cfg(not(any(target_arch = "mips64", target_arch = "powerpc64")))]
mod layout {
    pub const NONE: u32 = 0;
    pub const WRITE: u32 = 1;
    pub const READ: u32 = 2;
    pub const SIZE_BITS: u32 = 14;
}

/// `arch/mips/include/uapi/asm/ioctl.h` and `arch/powerpc/include/uapi/asm/ioctl.h`
#[cfg(any(target_arch = "mips64", target_arch = "powerpc64"))]
mod layout {
    pub const NONE: u32 = 1;
    pub const READ: u32 = 2;
    pub const WRITE: u32 = 4;
    pub const SIZE_BITS: u32 = 13;
}

use layout::{NONE, READ, SIZE_BITS, WRITE};

const fn _IOC(direction: u32, group: u8, number: u8, size: usize) -> u32 {
    assert!(size < 1 << SIZE_BITS);
    direction << (16 + SIZE_BITS) | (size as u32) << 16 | (group as u32) << 8 | number as u32
}

/// A command without an argument.
pub const fn _IO(group: u8, number: u8) -> u32 {
    _IOC(NONE, group, number, 0)
}

/// A command by which the program reads a `T`.
pub const fn _IOR<T>(group: u8, number: u8) -> u32 {
    _IOC(READ, group, number, size_of::<T>())
}

/// A command by which the program writes a `T`.
pub const fn _IOW<T>(group: u8, number: u8) -> u32 {
    _IOC(WRITE, group, number, size_of::<T>())
}

/// A command by which the program writes a `T` and reads one.
pub const fn _IOWR<T>(group: u8, number: u8) -> u32 {
    _IOC(READ | WRITE, group, number, size_of::<T>())
}
