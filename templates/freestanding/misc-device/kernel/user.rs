// SPDX-License-Identifier: {{spdx}}
//! Memory of programs. It may be anything, and may change or go away at any time,
//! so it is only ever copied; where there is none, that is `EFAULT`. Copying may
//! sleep: not in interrupts, not under a spinlock.

use crate::error::{code::*, Result};
use crate::rust_alloc::vec::Vec;
use core::ffi::{c_ulong, c_void};

// As in miscdevice.c. Both return how many bytes could not be copied.
extern "C" {
    fn shim_copy_from_user(to: *mut c_void, from: usize, length: usize) -> c_ulong;
    fn shim_copy_to_user(to: usize, from: *const c_void, length: usize) -> c_ulong;
}

/// An address that a program gave.
#[derive(Clone, Copy)]
pub struct UserPointer(usize);

impl UserPointer {
    /// Any number will do: it is checked when something is copied.
    pub const fn new(address: usize) -> Self {
        UserPointer(address)
    }

    /// To copy `length` bytes from the program.
    pub const fn reader(self, length: usize) -> UserReader {
        UserReader {
            from: self.0,
            length,
        }
    }

    /// To copy `length` bytes to the program.
    pub const fn writer(self, length: usize) -> UserWriter {
        UserWriter { to: self.0, length }
    }

    /// The number that is there.
    pub fn read_u32(self) -> Result<u32> {
        let mut bytes = [0; 4];
        self.reader(4).read(&mut bytes)?;
        Ok(u32::from_ne_bytes(bytes))
    }

    /// Puts a number there.
    pub fn write_u32(self, number: u32) -> Result {
        self.writer(4).write(&number.to_ne_bytes())
    }
}

/// Bytes that a program gives.
pub struct UserReader {
    from: usize,
    length: usize,
}

impl UserReader {
    /// How many are left.
    pub const fn len(&self) -> usize {
        self.length
    }

    /// Whether none is left.
    pub const fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Takes as many bytes as `bytes` has; `EINVAL` if there are fewer. After an
    /// error nothing is taken, and what is in `bytes` means nothing.
    pub fn read(&mut self, bytes: &mut [u8]) -> Result {
        // SAFETY: so many bytes can be written there.
        unsafe { self.copy(bytes.as_mut_ptr(), bytes.len()) }
    }

    /// Takes `count` bytes and appends them; `EINVAL` if there are fewer. After an
    /// error nothing is taken, and nothing appended.
    pub fn append_to(&mut self, bytes: &mut Vec<u8>, count: usize) -> Result {
        bytes.try_reserve(count)?;
        // SAFETY: room for so many bytes was just made.
        unsafe { self.copy(bytes.spare_capacity_mut().as_mut_ptr().cast(), count)? };
        // SAFETY: so many bytes were just written behind those that there were.
        unsafe { bytes.set_len(bytes.len() + count) };
        Ok(())
    }

    /// # Safety
    /// `count` bytes can be written to `to`.
    unsafe fn copy(&mut self, to: *mut u8, count: usize) -> Result {
        let left = self.length.checked_sub(count).ok_or(EINVAL)?;
        // SAFETY: the caller promises it, and the kernel checks the address.
        if unsafe { shim_copy_from_user(to.cast(), self.from, count) } != 0 {
            return Err(EFAULT);
        }
        self.from = self.from.wrapping_add(count);
        self.length = left;
        Ok(())
    }
}

/// Room for bytes that a program asks for.
pub struct UserWriter {
    to: usize,
    length: usize,
}

impl UserWriter {
    /// How much is left.
    pub const fn len(&self) -> usize {
        self.length
    }

    /// Whether none is left.
    pub const fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Gives all of `bytes`; `EINVAL` if there is not so much room. After an error
    /// none counts as given.
    pub fn write(&mut self, bytes: &[u8]) -> Result {
        let left = self.length.checked_sub(bytes.len()).ok_or(EINVAL)?;
        // SAFETY: the bytes are alive, and the kernel checks the address.
        if unsafe { shim_copy_to_user(self.to, bytes.as_ptr().cast(), bytes.len()) } != 0 {
            return Err(EFAULT);
        }
        self.to = self.to.wrapping_add(bytes.len());
        self.length = left;
        Ok(())
    }
}
