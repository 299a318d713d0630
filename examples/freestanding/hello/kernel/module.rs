// SPDX-License-Identifier: GPL-2.0
//! A module's life: what runs when the kernel loads and unloads it.

use crate::error::Result;
use core::cell::UnsafeCell;
use core::ffi::c_int;

/// What a module is while it is loaded. Dropping it unloads it.
pub trait Module: Sized + Send + Sync + 'static {
    /// Runs when the module is loaded. An error stops that, and `insmod` reports it.
    fn init() -> Result<Self>;
}

/// Where the one value of a loaded module is kept.
#[doc(hidden)]
pub struct Slot<M>(UnsafeCell<Option<M>>);

// SAFETY: the kernel runs init and exit once each and never at the same time,
// and nothing else reaches the value.
unsafe impl<M: Module> Sync for Slot<M> {}

impl<M: Module> Slot<M> {
    /// A slot of a module that is not loaded.
    pub const fn new() -> Self {
        Slot(UnsafeCell::new(None))
    }

    /// 0, or a negative errno.
    ///
    /// # Safety
    /// Only the module's entry function calls it.
    pub unsafe fn init(&self) -> c_int {
        match M::init() {
            Ok(module) => {
                // SAFETY: nothing else runs yet.
                unsafe { *self.0.get() = Some(module) };
                0
            }
            Err(error) => error.to_errno(),
        }
    }

    /// Drops the value.
    ///
    /// # Safety
    /// Only the module's exit function calls it.
    pub unsafe fn exit(&self) {
        // SAFETY: nothing else runs any more.
        unsafe { *self.0.get() = None };
    }
}

/// Makes a type that is a [`Module`] the one that the kernel loads.
#[macro_export]
macro_rules! module {
    ($type:ty) => {
        const _: () = {
            static SLOT: $crate::module::Slot<$type> = $crate::module::Slot::new();

            #[no_mangle]
            extern "C" fn rust_init() -> ::core::ffi::c_int {
                // SAFETY: this is the entry function, which shim.c calls.
                unsafe { SLOT.init() }
            }

            #[no_mangle]
            extern "C" fn rust_exit() {
                // SAFETY: this is the exit function, which shim.c calls.
                unsafe { SLOT.exit() }
            }
        };
    };
}
