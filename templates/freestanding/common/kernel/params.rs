// SPDX-License-Identifier: {{spdx}}
//! Module parameters, which `src/module.c` declares with the macros of `params.h`.

use crate::error::{code::EINVAL, Result};
use core::ffi::{c_char, CStr};

/// Makes a module `params` with one function for each parameter.
///
/// `params! { token: charp }` gives `params::token() -> Result<&'static str>`,
/// which is `EINVAL` if the text is not UTF-8.
#[macro_export]
macro_rules! params {
    ($($name:ident: charp),+ $(,)?) => {
        mod params {
            $(pub fn $name() -> $crate::error::Result<&'static str> {
                extern "C" {
                    #[link_name = concat!("rust_param_charp_", stringify!($name))]
                    fn get() -> *const ::core::ffi::c_char;
                }
                // SAFETY: `RUST_PARAM_CHARP` defines the function with this type. The
                // parameter cannot be changed, and its text lives as long as the module.
                unsafe { $crate::params::charp(get()) }
            })+
        }
    };
}

/// The text of a `charp` parameter.
///
/// # Safety
/// `text` is null or ends with a NUL byte and lives as long as the module.
#[doc(hidden)]
pub unsafe fn charp(text: *const c_char) -> Result<&'static str> {
    if text.is_null() {
        return Ok("");
    }
    // SAFETY: it is not null, and the caller promises the rest.
    unsafe { CStr::from_ptr(text) }.to_str().or(Err(EINVAL))
}
