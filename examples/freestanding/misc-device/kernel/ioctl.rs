// SPDX-License-Identifier: GPL-2.0
//! The numbers of `ioctl` commands, made as the C macros of the same names make
//! them: `include/uapi/asm-generic/ioctl.h`, which x86 has.

#![allow(non_snake_case)]

const WRITE: u32 = 1;
const READ: u32 = 2;

const fn _IOC(direction: u32, group: u8, number: u8, size: usize) -> u32 {
    assert!(size < 1 << 14);
    direction << 30 | (size as u32) << 16 | (group as u32) << 8 | number as u32
}

/// A command without an argument.
pub const fn _IO(group: u8, number: u8) -> u32 {
    _IOC(0, group, number, 0)
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
