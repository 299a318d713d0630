// SPDX-License-Identifier: GPL-2.0
//! Memory. An allocation that fails is an error, `ENOMEM`, and never a panic:
//! functions that cannot report it, such as `Vec::push` and `Box::new`, do not
//! exist here. Instead there are `Box::try_new`, `Arc::try_new`, `Rc::try_new`,
//! `Vec::try_reserve` and what is below.
//!
//! Allocating may sleep, so it is not allowed in interrupts or under a spinlock.

use crate::error::{code::ENOMEM, Result};
use crate::rust_alloc::{string::String, vec::Vec};
use crate::shim::{shim_alloc, shim_free, shim_realloc};
use core::alloc::{GlobalAlloc, Layout};
use core::fmt;

struct Kmalloc;

/// The smallest ARCH_KMALLOC_MINALIGN, which krealloc keeps.
const REALLOC_ALIGN: usize = 8;

// SAFETY: these are kmalloc, krealloc and kfree, which keep to their size and alignment.
unsafe impl GlobalAlloc for Kmalloc {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: any size and alignment will do.
        unsafe { shim_alloc(layout.size(), layout.align(), false).cast() }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: any size and alignment will do.
        unsafe { shim_alloc(layout.size(), layout.align(), true).cast() }
    }

    unsafe fn dealloc(&self, memory: *mut u8, _: Layout) {
        // SAFETY: the caller promises that it came from here.
        unsafe { shim_free(memory.cast()) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if layout.align() <= REALLOC_ALIGN {
            // SAFETY: the caller promises that it came from here.
            return unsafe { shim_realloc(memory.cast(), size).cast() };
        }
        // SAFETY: the caller promises that the size, rounded up, does not overflow.
        let new = unsafe { self.alloc(Layout::from_size_align_unchecked(size, layout.align())) };
        if !new.is_null() {
            // SAFETY: both are as long as the shorter, and they are apart.
            unsafe { new.copy_from_nonoverlapping(memory, layout.size().min(size)) };
            // SAFETY: the caller promises that it came from here.
            unsafe { self.dealloc(memory, layout) };
        }
        new
    }
}

#[global_allocator]
static KMALLOC: Kmalloc = Kmalloc;

/// `Vec` functions that report a failed allocation.
pub trait VecExt<T>: Sized {
    /// Appends a value.
    fn try_push(&mut self, value: T) -> Result;
    /// Appends a copy of a slice.
    fn try_extend_from_slice(&mut self, values: &[T]) -> Result
    where
        T: Copy;
    /// Collects what an iterator gives.
    fn try_from_iter(values: impl IntoIterator<Item = T>) -> Result<Self>;
}

impl<T> VecExt<T> for Vec<T> {
    fn try_push(&mut self, value: T) -> Result {
        self.try_reserve(1)?;
        let length = self.len();
        self.spare_capacity_mut()[0].write(value);
        // SAFETY: the value at the old length was just written.
        unsafe { self.set_len(length + 1) };
        Ok(())
    }

    fn try_extend_from_slice(&mut self, values: &[T]) -> Result
    where
        T: Copy,
    {
        self.try_reserve(values.len())?;
        for value in values {
            self.try_push(*value)?;
        }
        Ok(())
    }

    fn try_from_iter(values: impl IntoIterator<Item = T>) -> Result<Self> {
        let values = values.into_iter();
        let mut all = Vec::new();
        all.try_reserve(values.size_hint().0)?;
        for value in values {
            all.try_push(value)?;
        }
        Ok(all)
    }
}

/// `String` functions that report a failed allocation.
pub trait StringExt: Sized {
    /// A copy of a text.
    fn try_from_str(text: &str) -> Result<Self>;
    /// Appends a text.
    fn try_push_str(&mut self, text: &str) -> Result;
    /// What [`try_format!`](crate::try_format) calls.
    #[doc(hidden)]
    fn try_from_arguments(arguments: fmt::Arguments<'_>) -> Result<Self>;
}

impl StringExt for String {
    fn try_from_str(text: &str) -> Result<Self> {
        let mut all = String::new();
        all.try_push_str(text)?;
        Ok(all)
    }

    fn try_push_str(&mut self, text: &str) -> Result {
        // SAFETY: a text appended to a text is one.
        unsafe { self.as_mut_vec() }.try_extend_from_slice(text.as_bytes())
    }

    fn try_from_arguments(arguments: fmt::Arguments<'_>) -> Result<Self> {
        struct Writer(String);
        impl fmt::Write for Writer {
            fn write_str(&mut self, text: &str) -> fmt::Result {
                self.0.try_push_str(text).or(Err(fmt::Error))
            }
        }
        let mut writer = Writer(String::new());
        fmt::write(&mut writer, arguments).or(Err(ENOMEM))?;
        Ok(writer.0)
    }
}

/// `format!` that reports a failed allocation: `try_format!("{x}")?` is a `String`.
#[macro_export]
macro_rules! try_format {
    ($($arg:tt)*) => {
        <$crate::rust_alloc::string::String as $crate::alloc::StringExt>::try_from_arguments(
            format_args!($($arg)*),
        )
    };
}
