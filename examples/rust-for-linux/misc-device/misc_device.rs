// SPDX-License-Identifier: GPL-2.0

//! Makes `/dev/misc_device`: each open file is a queue of bytes of its own.
//!
//! Writing appends to the queue, reading takes away its oldest bytes. `user/misc_device.h` has the
//! numbers that programs need, and `user/test.c` is such a program.

use kernel::{
    fs::{File, Kiocb},
    ioctl::{_IO, _IOR, _IOW},
    iov::{IovIterDest, IovIterSource},
    miscdevice::{MiscDevice, MiscDeviceOptions, MiscDeviceRegistration},
    new_mutex,
    prelude::*,
    sync::Mutex,
    uaccess::{UserPtr, UserSlice},
};

module! {
    type: QueueModule,
    name: "misc_device",
    authors: ["Jane Doe <jane@example.org>"],
    description: "A kernel module written in Rust",
    license: "GPL",
}

/// What the device is called below `/dev`.
const NAME: &CStr = c"misc_device";

/// How many bytes a queue holds, unless a program sets another limit.
const DEFAULT_LIMIT: usize = 4096;
/// The highest limit that a program may set.
const LARGEST_LIMIT: usize = 65536;

// Nobody compares these with `user/misc_device.h`: change both.
const RESET: u32 = _IO(b'k' as u32, 0);
const GET_LENGTH: u32 = _IOR::<u32>(b'k' as u32, 1);
const SET_LIMIT: u32 = _IOW::<u32>(b'k' as u32, 2);

/// What the module owns while it is loaded: the device goes when this is dropped.
#[pin_data(PinnedDrop)]
struct QueueModule {
    #[pin]
    _device: MiscDeviceRegistration<OpenFile>,
}

impl kernel::InPlaceModule for QueueModule {
    fn init(_module: &'static ThisModule) -> impl PinInit<Self, Error> {
        pr_info!("the device is there\n");
        try_pin_init!(Self {
            _device <- MiscDeviceRegistration::register(MiscDeviceOptions { name: NAME }),
        })
    }
}

#[pinned_drop]
impl PinnedDrop for QueueModule {
    fn drop(self: Pin<&mut Self>) {
        pr_info!("goodbye, the device goes\n");
    }
}

/// What belongs to one open file. Several threads may use it at once, hence the lock.
#[pin_data]
struct OpenFile {
    #[pin]
    queue: Mutex<Queue>,
}

/// Bytes that were written and not yet read.
struct Queue {
    bytes: KVVec<u8>,
    limit: usize,
    written: usize,
    read: usize,
}

/// What programs do with the device. An error becomes their `errno`.
///
/// While a file is open, the kernel does not let the module be unloaded.
#[vtable]
impl MiscDevice for OpenFile {
    type Ptr = Pin<KBox<Self>>;

    fn open(_file: &File, _device: &MiscDeviceRegistration<Self>) -> Result<Self::Ptr> {
        let queue = Queue {
            bytes: KVVec::new(),
            limit: DEFAULT_LIMIT,
            written: 0,
            read: 0,
        };
        KBox::pin_init(pin_init!(Self { queue <- new_mutex!(queue) }), GFP_KERNEL)
    }

    fn read_iter(kiocb: Kiocb<'_, Self::Ptr>, user: &mut IovIterDest<'_>) -> Result<usize> {
        kiocb.file().queue.lock().take(user)
    }

    fn write_iter(kiocb: Kiocb<'_, Self::Ptr>, user: &mut IovIterSource<'_>) -> Result<usize> {
        kiocb.file().queue.lock().append(user)
    }

    fn ioctl(this: Pin<&Self>, _file: &File, command: u32, argument: usize) -> Result<isize> {
        let address = UserPtr::from_addr(argument);
        let user = UserSlice::new(address, core::mem::size_of::<u32>());
        match command {
            RESET => this.queue.lock().reset(),
            GET_LENGTH => user.writer().write(&this.queue.lock().length())?,
            SET_LIMIT => {
                let limit: u32 = user.reader().read()?;
                this.queue.lock().set_limit(limit as usize)?
            }
            _ => return Err(ENOTTY),
        }
        Ok(0)
    }

    fn release(this: Self::Ptr, _file: &File) {
        let queue = this.queue.lock();
        pr_info!(
            "closed: {} bytes written, {} read\n",
            queue.written,
            queue.read
        );
    }
}

impl Queue {
    /// Moves as many bytes to a program as it has room for, the oldest first.
    ///
    /// Returns how many. Fails with EFAULT where the program's memory cannot be written.
    fn take(&mut self, user: &mut IovIterDest<'_>) -> Result<usize> {
        let wanted = user.len().min(self.bytes.len());
        let taken = user.copy_to_iter(&self.bytes);
        if taken == 0 && wanted > 0 {
            return Err(EFAULT);
        }
        self.bytes.copy_within(taken.., 0);
        self.bytes.truncate(self.bytes.len() - taken);
        self.read += taken;
        Ok(taken)
    }

    /// Appends as many of a program's bytes as there is room for.
    ///
    /// Returns how many. Fails with ENOSPC where there is no room, with ENOMEM where the kernel has
    /// none, and with EFAULT where the program's memory cannot be read.
    fn append(&mut self, user: &mut IovIterSource<'_>) -> Result<usize> {
        let before = self.bytes.len();
        let fitting = user.len().min(self.limit - before);
        if fitting == 0 && !user.is_empty() {
            return Err(ENOSPC);
        }
        self.bytes.resize(before + fitting, 0, GFP_KERNEL)?;
        let appended = user.copy_from_iter(&mut self.bytes[before..]);
        self.bytes.truncate(before + appended);
        if appended == 0 && fitting > 0 {
            return Err(EFAULT);
        }
        self.written += appended;
        Ok(appended)
    }

    /// How many bytes can be read.
    fn length(&self) -> u32 {
        // It is never above the limit, and that not above LARGEST_LIMIT.
        self.bytes.len() as u32
    }

    /// Forgets all bytes, and goes back to the default limit.
    fn reset(&mut self) {
        self.bytes.clear();
        self.limit = DEFAULT_LIMIT;
    }

    /// Fails with EINVAL for more than the largest limit, and for less than there are bytes.
    fn set_limit(&mut self, limit: usize) -> Result {
        if limit > LARGEST_LIMIT || limit < self.bytes.len() {
            return Err(EINVAL);
        }
        self.limit = limit;
        Ok(())
    }
}
