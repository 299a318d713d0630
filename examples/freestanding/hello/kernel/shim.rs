// SPDX-License-Identifier: GPL-2.0
//! The functions of `shim.c`, which must be declared there in the same way.

use core::ffi::{c_int, c_void};

extern "C" {
    /// Logs `length` bytes of UTF-8 text as one line.
    pub fn shim_print(level: c_int, text: *const u8, length: usize);
    /// Null if there is no memory. May sleep.
    pub fn shim_alloc(size: usize, align: usize, zeroed: bool) -> *mut c_void;
    /// Null if there is no memory, and then the old memory is as it was. May sleep.
    pub fn shim_realloc(memory: *mut c_void, size: usize) -> *mut c_void;
    pub fn shim_free(memory: *mut c_void);
    /// Never returns. It is not declared so, because objtool cannot know it.
    pub fn shim_panic(text: *const u8, length: usize);
}
