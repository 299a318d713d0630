// SPDX-License-Identifier: {{spdx}}

//! The part of the module that is written in C, as safe Rust.
//!
//! Nobody compares these declarations with those in `{{name}}_c.h`: change both.

use kernel::prelude::*;

mod raw {
    extern "C" {
        #[link_name = "{{symbol}}_c_hash"]
        pub(super) fn hash(bytes: *const u8, length: usize) -> u32;

        #[link_name = "{{symbol}}_c_online_cpus"]
        pub(super) fn online_cpus() -> u32;
    }
}

/// The kernel's `jhash` of some bytes.
fn hash(bytes: &[u8]) -> u32 {
    // SAFETY: The pointer is valid for reading as many bytes as are named, and C keeps no copy.
    unsafe { raw::hash(bytes.as_ptr(), bytes.len()) }
}

/// How many processors are at work.
fn online_cpus() -> u32 {
    // SAFETY: It has no requirements.
    unsafe { raw::online_cpus() }
}

/// Logs what C has to say.
pub(crate) fn greet() {
    let text = "hello";
    pr_info!(
        "hello from C, the hash of {} is {:#010x} and {} CPUs are online\n",
        text,
        hash(text.as_bytes()),
        online_cpus()
    );
}
