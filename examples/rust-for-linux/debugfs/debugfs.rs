// SPDX-License-Identifier: GPL-2.0

//! Shows values in files below `/sys/kernel/debug/debugfs`, and lets them be set there.

use core::str::FromStr;
use kernel::{
    debugfs::{Dir, File},
    new_mutex,
    prelude::*,
    sync::{
        atomic::{Atomic, Relaxed},
        Mutex,
    },
};

module! {
    type: DebugValues,
    name: "debugfs",
    authors: ["Jane Doe <jane@example.org>"],
    description: "A kernel module written in Rust",
    license: "GPL",
}

/// The folder. debugfs is for those who look for faults: what lies there is no promise to anybody.
const FOLDER: &CStr = c"debugfs";

/// What the module owns while it is loaded. Each file holds the value that it shows, and is gone
/// when it is dropped.
#[pin_data(PinnedDrop)]
struct DebugValues {
    /// Text, for reading only.
    #[pin]
    _about: File<&'static str>,
    /// A number, which needs no lock.
    #[pin]
    limit: File<Atomic<u32>>,
    /// More than one number: nobody sees one of them old and the other new.
    #[pin]
    range: File<Mutex<Range>>,
    /// Dropped last, with the folder. It goes when the last of its files has gone.
    _folder: Dir,
}

impl kernel::InPlaceModule for DebugValues {
    fn init(_module: &'static ThisModule) -> impl PinInit<Self, Error> {
        pr_info!("values are in debugfs\n");
        let folder = Dir::new(FOLDER);
        try_pin_init!(Self {
            _about <- folder.read_only_file(c"about", "a kernel module in Rust"),
            limit <- folder.read_write_file(c"limit", Atomic::new(10)),
            range <- folder.read_write_file(c"range", new_mutex!(Range { from: 1, to: 5 })),
            _folder: folder,
        })
    }
}

#[pinned_drop]
impl PinnedDrop for DebugValues {
    fn drop(self: Pin<&mut Self>) {
        let range = self.range.lock();
        pr_info!(
            "goodbye, the limit was {} and the range {} to {}\n",
            self.limit.load(Relaxed),
            range.from,
            range.to
        );
    }
}

/// The file shows it as `Debug` writes it, and takes what `FromStr` reads.
#[derive(Debug)]
struct Range {
    from: u32,
    to: u32,
}

impl FromStr for Range {
    type Err = Error;

    /// Reads two numbers, the smaller one first, as in `echo 3 8`. Fails with EINVAL.
    fn from_str(text: &str) -> Result<Self> {
        let mut numbers = text.split_whitespace().map(u32::from_str);
        match (numbers.next(), numbers.next(), numbers.next()) {
            (Some(Ok(from)), Some(Ok(to)), None) if from <= to => Ok(Range { from, to }),
            _ => Err(EINVAL),
        }
    }
}
