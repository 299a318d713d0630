// SPDX-License-Identifier: GPL-2.0
//! A panic is a bug, and the kernel treats it as one: BUG().

use crate::print::Line;
use crate::shim::shim_panic;

#[panic_handler]
fn panic(info: &core::panic::PanicInfo<'_>) -> ! {
    let mut line = Line::new(format_args!("{info}"));
    // In the log each line stands alone, and only the first would say what it is about.
    line.join();
    let bytes = line.as_bytes();
    // SAFETY: the bytes are alive.
    unsafe { shim_panic(bytes.as_ptr(), bytes.len()) };
    loop {}
}
