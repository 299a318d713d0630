// SPDX-License-Identifier: GPL-2.0
//! Lines of the kernel's log. Formatting them never allocates, so they can be
//! printed anywhere.

use crate::shim::shim_print;
use core::fmt::{self, Write};

/// Longer lines are cut: the buffer is on the stack, which is small.
const LINE_BYTES: usize = 480;

pub(crate) struct Line {
    bytes: [u8; LINE_BYTES],
    length: usize,
}

impl Line {
    pub(crate) fn new(text: fmt::Arguments<'_>) -> Self {
        let mut line = Line {
            bytes: [0; LINE_BYTES],
            length: 0,
        };
        // A line that is cut is better than none.
        let _ = line.write_fmt(text);
        line
    }

    /// Makes several lines one.
    pub(crate) fn join(&mut self) {
        for byte in &mut self.bytes[..self.length] {
            if *byte == b'\n' {
                *byte = b' ';
            }
        }
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

impl Write for Line {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut end = text.len().min(LINE_BYTES - self.length);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        self.bytes[self.length..self.length + end].copy_from_slice(&text.as_bytes()[..end]);
        self.length += end;
        if end == text.len() {
            Ok(())
        } else {
            Err(fmt::Error)
        }
    }
}

/// Logs one line at a level of the kernel, 0 (emergency) to 7 (debug).
#[doc(hidden)]
pub fn print(level: core::ffi::c_int, text: fmt::Arguments<'_>) {
    let line = Line::new(text);
    let bytes = line.as_bytes();
    // SAFETY: the bytes are alive, and the kernel copies them.
    unsafe { shim_print(level, bytes.as_ptr(), bytes.len()) }
}

/// Level 0: the system is unusable. Takes what `format!` takes.
#[macro_export]
macro_rules! pr_emerg { ($($arg:tt)*) => { $crate::print::print(0, format_args!($($arg)*)) } }
/// Level 1: something must be done at once. Takes what `format!` takes.
#[macro_export]
macro_rules! pr_alert { ($($arg:tt)*) => { $crate::print::print(1, format_args!($($arg)*)) } }
/// Level 2: critical. Takes what `format!` takes.
#[macro_export]
macro_rules! pr_crit { ($($arg:tt)*) => { $crate::print::print(2, format_args!($($arg)*)) } }
/// Level 3: an error. Takes what `format!` takes.
#[macro_export]
macro_rules! pr_err { ($($arg:tt)*) => { $crate::print::print(3, format_args!($($arg)*)) } }
/// Level 4: a warning. Takes what `format!` takes.
#[macro_export]
macro_rules! pr_warn { ($($arg:tt)*) => { $crate::print::print(4, format_args!($($arg)*)) } }
/// Level 5: normal but worth notice. Takes what `format!` takes.
#[macro_export]
macro_rules! pr_notice { ($($arg:tt)*) => { $crate::print::print(5, format_args!($($arg)*)) } }
/// Level 6: information. Takes what `format!` takes.
#[macro_export]
macro_rules! pr_info { ($($arg:tt)*) => { $crate::print::print(6, format_args!($($arg)*)) } }
/// Level 7: for debugging, where the kernel has it switched on. Takes what `format!` takes.
#[macro_export]
macro_rules! pr_debug { ($($arg:tt)*) => { $crate::print::print(7, format_args!($($arg)*)) } }
