// SPDX-License-Identifier: GPL-2.0
//! A character device, `/dev/misc_device`. Each open file is a queue of its own: what
//! is written to it can be read from it, once, in the same order.
//! `user/misc_device.h` is what programs need to know of it.

#![no_std]
#![deny(unsafe_code)]

use core::ffi::CStr;
use kernel::ioctl::{_IO, _IOR, _IOW};
use kernel::miscdevice::{MiscDevice, Registration};
use kernel::mutex::Mutex;
use kernel::prelude::*;
use kernel::user::{UserPointer, UserReader, UserWriter};

kernel::module!(Loaded);
kernel::params! { token: charp }
kernel::misc_device!(Queue);

/// The device's name below `/dev`.
const NAME: &CStr = c"misc_device";

// The same numbers as in user/misc_device.h.
const RESET: u32 = _IO(b'k', 0);
const GET_LENGTH: u32 = _IOR::<u32>(b'k', 1);
const SET_LIMIT: u32 = _IOW::<u32>(b'k', 2);
const DEFAULT_LIMIT: usize = 4096;
const LARGEST_LIMIT: usize = 65536;

/// What the module owns while it is loaded.
struct Loaded {
    token: &'static str,
    _device: Registration,
}

impl Module for Loaded {
    fn init() -> Result<Self> {
        let token = params::token()?;
        let device = Registration::new(NAME)?;
        pr_info!("the device is there, token {token}");
        Ok(Loaded {
            token,
            _device: device,
        })
    }
}

impl Drop for Loaded {
    fn drop(&mut self) {
        pr_info!("the device goes away, token {}", self.token);
    }
}

/// What an open file has. Threads may share one, hence the mutex.
struct Queue {
    state: Mutex<State>,
}

struct State {
    /// Those that were not read yet, never more than the limit.
    bytes: Vec<u8>,
    limit: usize,
    written: u64,
    read: u64,
}

impl MiscDevice for Queue {
    fn open() -> Result<Self> {
        let state = Mutex::try_new(State {
            bytes: Vec::new(),
            limit: DEFAULT_LIMIT,
            written: 0,
            read: 0,
        })?;
        Ok(Queue { state })
    }

    /// Takes what fits.
    fn write(&self, from: &mut UserReader) -> Result {
        let state = &mut *self.state.lock();
        let count = from.len().min(state.limit - state.bytes.len());
        if count == 0 && !from.is_empty() {
            return Err(ENOSPC);
        }
        from.append_to(&mut state.bytes, count)?;
        state.written += count as u64;
        Ok(())
    }

    /// Gives the oldest bytes, and nothing if there are none.
    fn read(&self, to: &mut UserWriter) -> Result {
        let state = &mut *self.state.lock();
        let count = to.len().min(state.bytes.len());
        to.write(&state.bytes[..count])?;
        state.bytes.drain(..count);
        state.read += count as u64;
        Ok(())
    }

    fn ioctl(&self, command: u32, argument: UserPointer) -> Result {
        match command {
            RESET => {
                let state = &mut *self.state.lock();
                state.bytes.clear();
                state.limit = DEFAULT_LIMIT;
                Ok(())
            }
            GET_LENGTH => {
                let length = self.state.lock().bytes.len();
                argument.write_u32(length.try_into()?)
            }
            SET_LIMIT => {
                let limit = argument.read_u32()?.try_into()?;
                let state = &mut *self.state.lock();
                if limit > LARGEST_LIMIT || limit < state.bytes.len() {
                    return Err(EINVAL);
                }
                state.limit = limit;
                Ok(())
            }
            _ => Err(ENOTTY),
        }
    }
}

/// The file was closed.
impl Drop for Queue {
    fn drop(&mut self) {
        let State { written, read, .. } = *self.state.lock();
        pr_info!("closed: {written} bytes written, {read} read");
    }
}
