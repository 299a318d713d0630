// SPDX-License-Identifier: GPL-2.0
//! A lock of the kernel around a value. Waiting for it may sleep: not in
//! interrupts, not under a spinlock.

use crate::error::{code::ENOMEM, Result};
use core::cell::UnsafeCell;
use core::ffi::c_void;
use core::marker::PhantomData;
use core::ops::{Deref, DerefMut};
use core::ptr::NonNull;

// As in miscdevice.c.
extern "C" {
    /// Null if there is no memory.
    fn shim_mutex_new() -> *mut c_void;
    fn shim_mutex_free(mutex: *mut c_void);
    fn shim_mutex_lock(mutex: *mut c_void);
    fn shim_mutex_unlock(mutex: *mut c_void);
}

/// A value that one thread at a time can get at.
pub struct Mutex<T> {
    /// A `struct mutex`, which must not be moved.
    mutex: NonNull<c_void>,
    value: UnsafeCell<T>,
}

// SAFETY: the kernel's mutex may be freed by another thread than the one that made it.
unsafe impl<T: Send> Send for Mutex<T> {}
// SAFETY: the kernel's mutex lets one thread at a time get at the value.
unsafe impl<T: Send> Sync for Mutex<T> {}

impl<T> Mutex<T> {
    /// A value behind a mutex of its own.
    pub fn try_new(value: T) -> Result<Self> {
        // SAFETY: it can be called where allocating is allowed.
        let mutex = NonNull::new(unsafe { shim_mutex_new() }).ok_or(ENOMEM)?;
        Ok(Mutex {
            mutex,
            value: UnsafeCell::new(value),
        })
    }

    /// Waits until no other thread has the value. A thread that has it already
    /// would wait for itself for ever.
    pub fn lock(&self) -> Guard<'_, T> {
        // SAFETY: the mutex is alive.
        unsafe { shim_mutex_lock(self.mutex.as_ptr()) };
        Guard {
            mutex: self,
            stays: PhantomData,
        }
    }
}

impl<T> Drop for Mutex<T> {
    fn drop(&mut self) {
        // SAFETY: it came from shim_mutex_new, and nobody can reach it any more.
        unsafe { shim_mutex_free(self.mutex.as_ptr()) }
    }
}

/// The value of a [`Mutex`], until this is dropped.
pub struct Guard<'a, T> {
    mutex: &'a Mutex<T>,
    /// The kernel wants a mutex unlocked by the thread that locked it.
    stays: PhantomData<*mut ()>,
}

impl<T> Deref for Guard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: the mutex is locked.
        unsafe { &*self.mutex.value.get() }
    }
}

impl<T> DerefMut for Guard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: the mutex is locked.
        unsafe { &mut *self.mutex.value.get() }
    }
}

impl<T> Drop for Guard<'_, T> {
    fn drop(&mut self) {
        // SAFETY: it was locked when this was made, by this thread.
        unsafe { shim_mutex_unlock(self.mutex.mutex.as_ptr()) }
    }
}
