// SPDX-License-Identifier: GPL-2.0
//! The layer between `src/` and the kernel: all `unsafe` code is here.

#![no_std]
#![feature(allocator_api)] // AllocError, which Box::try_new returns
#![deny(unsafe_op_in_unsafe_fn)]
#![warn(missing_docs)]

#[doc(hidden)]
pub extern crate alloc as rust_alloc;

pub mod alloc;
pub mod error;
pub mod module;
mod panic;
pub mod params;
pub mod print;
mod shim;

/// What nearly every module needs.
pub mod prelude {
    pub use crate::alloc::{StringExt, VecExt};
    pub use crate::error::{code::*, Error, Result};
    pub use crate::module::Module;
    pub use crate::rust_alloc::{boxed::Box, rc::Rc, string::String, sync::Arc, vec::Vec};
    pub use crate::{
        pr_alert, pr_crit, pr_debug, pr_emerg, pr_err, pr_info, pr_notice, pr_warn, try_format,
    };
}
