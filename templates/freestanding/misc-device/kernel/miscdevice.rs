// SPDX-License-Identifier: {{spdx}}
//! A character device: a file below `/dev` that programs open.

use crate::error::{code::*, to_result, Error, Result};
use crate::rust_alloc::boxed::Box;
use crate::user::{UserPointer, UserReader, UserWriter};
use core::ffi::{c_char, c_int, c_long, c_uint, c_void, CStr};
use core::sync::atomic::{AtomicBool, Ordering};

// As in miscdevice.c.
extern "C" {
    /// 0, or a negative errno. The name must live until the device is deregistered.
    fn shim_device_register(name: *const c_char) -> c_int;
    fn shim_device_deregister();
}

/// What the module keeps for each open file: made when it is opened, and dropped
/// when it is closed. Several threads may use one open file at the same time.
///
/// [`misc_device!`](crate::misc_device) makes a type the one of the module's device.
pub trait MiscDevice: Sized + Send + Sync + 'static {
    /// A program opens the device.
    fn open() -> Result<Self>;

    /// A program reads: it is given what is written to `to`, and nothing else. To
    /// write nothing means the end of the file.
    fn read(&self, _to: &mut UserWriter) -> Result {
        Err(EINVAL)
    }

    /// A program writes: it is told how much was taken out of `from`.
    fn write(&self, _from: &mut UserReader) -> Result {
        Err(EINVAL)
    }

    /// A program calls `ioctl`. Commands are made by [`ioctl`](crate::ioctl); a
    /// command that is not known is `ENOTTY`.
    fn ioctl(&self, _command: u32, _argument: UserPointer) -> Result {
        Err(ENOTTY)
    }
}

static REGISTERED: AtomicBool = AtomicBool::new(false);

/// A device that programs can open. Dropping it takes it away; files that are
/// open then stay so, and keep the module loaded.
pub struct Registration(());

impl Registration {
    /// Makes the module's device, `/dev/NAME`. From here on programs open it, so
    /// this is the last thing to do when the module is loaded. It is `EBUSY` if the
    /// module has its device already, and `EEXIST` if another one has the name.
    pub fn new(name: &'static CStr) -> Result<Self> {
        if REGISTERED.swap(true, Ordering::Acquire) {
            return Err(EBUSY);
        }
        // SAFETY: the name lives for ever, and the device is not registered yet.
        let result = to_result(unsafe { shim_device_register(name.as_ptr()) });
        if result.is_err() {
            REGISTERED.store(false, Ordering::Release);
        }
        result.map(|()| Registration(()))
    }
}

impl Drop for Registration {
    fn drop(&mut self) {
        // SAFETY: it was registered, once.
        unsafe { shim_device_deregister() };
        REGISTERED.store(false, Ordering::Release);
    }
}

/// Makes a type that is a [`MiscDevice`](crate::miscdevice::MiscDevice) the one
/// whose values the open files of the module's device have.
#[macro_export]
macro_rules! misc_device {
    ($type:ty) => {
        const _: () = {
            use ::core::ffi::{c_int, c_long, c_uint, c_void};
            use $crate::miscdevice;

            #[no_mangle]
            unsafe extern "C" fn rust_device_open(state: *mut *mut c_void) -> c_int {
                // SAFETY: miscdevice.c keeps to what is asked for, here and below.
                unsafe { miscdevice::open::<$type>(state) }
            }

            #[no_mangle]
            unsafe extern "C" fn rust_device_release(state: *mut c_void) {
                // SAFETY: see above.
                unsafe { miscdevice::release::<$type>(state) }
            }

            #[no_mangle]
            unsafe extern "C" fn rust_device_read(
                state: *mut c_void,
                to: usize,
                length: usize,
            ) -> isize {
                // SAFETY: see above.
                unsafe { miscdevice::read::<$type>(state, to, length) }
            }

            #[no_mangle]
            unsafe extern "C" fn rust_device_write(
                state: *mut c_void,
                from: usize,
                length: usize,
            ) -> isize {
                // SAFETY: see above.
                unsafe { miscdevice::write::<$type>(state, from, length) }
            }

            #[no_mangle]
            unsafe extern "C" fn rust_device_ioctl(
                state: *mut c_void,
                command: c_uint,
                argument: usize,
            ) -> c_long {
                // SAFETY: see above.
                unsafe { miscdevice::ioctl::<$type>(state, command, argument) }
            }
        };
    };
}

/// # Safety
/// `state` can be written to.
#[doc(hidden)]
pub unsafe fn open<T: MiscDevice>(state: *mut *mut c_void) -> c_int {
    match T::open().and_then(|device| Ok(Box::try_new(device)?)) {
        Ok(device) => {
            // SAFETY: the caller promises it.
            unsafe { *state = Box::into_raw(device).cast() };
            0
        }
        Err(error) => error.to_errno(),
    }
}

/// # Safety
/// `state` came from `open` of the same type, and is not used any more.
#[doc(hidden)]
pub unsafe fn release<T: MiscDevice>(state: *mut c_void) {
    // SAFETY: `open` made it of a box, and the caller promises the rest.
    drop(unsafe { Box::from_raw(state.cast::<T>()) });
}

/// # Safety
/// `state` came from `open` of the same type, and was not released yet.
#[doc(hidden)]
pub unsafe fn read<T: MiscDevice>(state: *mut c_void, to: usize, length: usize) -> isize {
    let mut to = UserPointer::new(to).writer(length);
    // SAFETY: the caller promises it.
    let result = unsafe { &*state.cast::<T>() }.read(&mut to);
    count(result, length - to.len())
}

/// # Safety
/// `state` came from `open` of the same type, and was not released yet.
#[doc(hidden)]
pub unsafe fn write<T: MiscDevice>(state: *mut c_void, from: usize, length: usize) -> isize {
    let mut from = UserPointer::new(from).reader(length);
    // SAFETY: the caller promises it.
    let result = unsafe { &*state.cast::<T>() }.write(&mut from);
    count(result, length - from.len())
}

/// # Safety
/// `state` came from `open` of the same type, and was not released yet.
#[doc(hidden)]
pub unsafe fn ioctl<T: MiscDevice>(state: *mut c_void, command: c_uint, argument: usize) -> c_long {
    // SAFETY: the caller promises it.
    match unsafe { &*state.cast::<T>() }.ioctl(command, UserPointer::new(argument)) {
        Ok(()) => 0,
        Err(error) => error.to_errno().into(),
    }
}

/// What `read` and `write` return: the number of bytes, or a negative errno.
fn count(result: Result<(), Error>, bytes: usize) -> isize {
    match result {
        // The kernel never asks for more than 2 GiB.
        Ok(()) => bytes as isize,
        Err(error) => error.to_errno() as isize,
    }
}
