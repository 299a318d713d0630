// SPDX-License-Identifier: {{spdx}}
//! Counts when it is loaded: its parameters say from where, and how far.
//! `src/module.c` declares them.

#![no_std]
#![deny(unsafe_code)]

use kernel::prelude::*;

kernel::module!(Counter);
kernel::params! { token: charp, start: int, count: uint, loud: bool }

/// A line of the log holds no more numbers.
const MOST: u32 = 30;

/// What the module owns while it is loaded.
struct Counter {
    token: &'static str,
    numbers: Vec<i32>,
}

impl Module for Counter {
    fn init() -> Result<Self> {
        let token = params::token()?;
        let numbers = numbers(params::start(), params::count())?;
        pr_info!("counted {numbers:?}, token {token}");
        Ok(Counter { token, numbers })
    }
}

impl Drop for Counter {
    fn drop(&mut self) {
        let goodbye = if params::loud() { "GOODBYE" } else { "goodbye" };
        let count = self.numbers.len();
        pr_info!("{goodbye}, {count} numbers forgotten, token {}", self.token);
    }
}

/// Whatever is passed to `insmod` gets here, so it is checked.
fn numbers(start: i32, count: u32) -> Result<Vec<i32>> {
    if count == 0 || count > MOST {
        pr_err!("count is {count}, and must be 1 to {MOST}");
        return Err(EINVAL);
    }
    let end = start.checked_add_unsigned(count).ok_or_else(|| {
        pr_err!("start is {start}, too large to count {count} numbers");
        ERANGE
    })?;
    Vec::try_from_iter(start..end)
}
