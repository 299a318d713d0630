// SPDX-License-Identifier: GPL-2.0
//! Module parameters, which `src/module.c` declares with the macros of `params.h`.

use crate::error::{code::EINVAL, Result};
use core::ffi::{c_char, CStr};

/// Makes a module `params` with one function for each parameter.
///
/// `params! { token: charp, count: uint }` gives
/// - `params::token() -> Result<&'static str>`, which is `EINVAL` if the text is not UTF-8,
/// - `params::count() -> u32`; likewise `int` gives an `i32` and `bool` a `bool`.
///
/// A parameter that can be set while the module is loaded is read anew by each call.
#[macro_export]
macro_rules! params {
    ($($name:ident: $type:ident),+ $(,)?) => {
        mod params {
            $($crate::param! { $name: $type })+
            $($crate::has_param! { $name })+
        }
    };
}

/// One function of [`params!`].
#[doc(hidden)]
#[macro_export]
macro_rules! param {
    ($name:ident: charp) => {
        pub fn $name() -> $crate::error::Result<&'static str> {
            extern "C" {
                #[link_name = concat!("rust_param_charp_", stringify!($name))]
                fn get() -> *const ::core::ffi::c_char;
            }
            // Even a parameter that nothing reads does not link if `src/module.c` lacks it.
            #[used]
            static GET: unsafe extern "C" fn() -> *const ::core::ffi::c_char = get;
            // SAFETY: `RUST_PARAM_CHARP` defines the function with this type. The
            // parameter cannot be changed, and its text lives as long as the module.
            unsafe { $crate::params::charp(get()) }
        }
    };
    ($name:ident: int) => {
        $crate::param! { $name: int, i32 }
    };
    ($name:ident: uint) => {
        $crate::param! { $name: uint, u32 }
    };
    ($name:ident: bool) => {
        $crate::param! { $name: bool, bool }
    };
    ($name:ident: $type:ident, $rust:ty) => {
        pub fn $name() -> $rust {
            extern "C" {
                #[link_name = concat!("rust_param_", stringify!($type), "_", stringify!($name))]
                fn get() -> $rust;
            }
            #[used]
            static GET: unsafe extern "C" fn() -> $rust = get;
            // SAFETY: `params.h` defines the function of this name with this type.
            unsafe { get() }
        }
    };
}

/// What `params.h` wants there to be: a parameter that only C has would do nothing.
#[doc(hidden)]
#[macro_export]
macro_rules! has_param {
    ($name:ident) => {
        const _: () = {
            #[export_name = concat!("rust_has_param_", stringify!($name))]
            pub static HAS: u8 = 1;
        };
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
