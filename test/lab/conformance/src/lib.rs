// SPDX-License-Identifier: GPL-2.0
//! What a module of any architecture must be able to do. Each area is tried when
//! the module is loaded, with numbers that the compiler does not know (`seven`),
//! and the module is refused with EDOM at the first thing that is not right.

#![no_std]
#![deny(unsafe_code)]

use core::cell::Cell;
use core::fmt;
use core::sync::atomic::{
    AtomicBool, AtomicI64, AtomicU16, AtomicU32, AtomicU64, AtomicU8, AtomicUsize, Ordering::*,
};
use kernel::prelude::*;
use kernel::try_format;

kernel::module!(Conformance);
kernel::params! { token: charp, seven: uint, panics: bool }

struct Conformance {
    token: &'static str,
    /// Says in Drop that the whole value is dropped, and in which order.
    _last: Farewell,
}

struct Farewell(&'static str);

impl Drop for Farewell {
    fn drop(&mut self) {
        pr_info!("the fields are dropped last, token {}", self.0);
    }
}

impl Module for Conformance {
    fn init() -> Result<Self> {
        let token = params::token()?;
        let seven = params::seven();
        pr_info!(
            "on {} bits, {} endian, token {token}",
            usize::BITS,
            endianness()
        );
        if params::panics() {
            let three = [1, 2, 3];
            pr_info!("never said: {}", three[seven as usize]);
        }
        area("formatting", formatting, seven)?;
        area("collections", collections, seven)?;
        area("traits", traits, seven)?;
        area("atomics", atomics, seven)?;
        area("64-bit arithmetic", arithmetic_64, seven)?;
        area("128-bit arithmetic", arithmetic_128, seven)?;
        area("memory", memory, seven)?;
        area("error paths", error_paths, seven)?;
        pr_info!("all areas are right, token {token}");
        Ok(Conformance {
            token,
            _last: Farewell(token),
        })
    }
}

impl Drop for Conformance {
    fn drop(&mut self) {
        pr_info!("unloaded, token {}", self.token);
    }
}

fn area(name: &str, try_it: fn(u32) -> Result, seven: u32) -> Result {
    try_it(seven).inspect_err(|error| pr_err!("{name}: {error}"))?;
    pr_info!("{name}: right");
    Ok(())
}

/// Fails the area, and says where.
macro_rules! need {
    ($condition:expr) => {
        if !$condition {
            pr_err!("line {}: not so: {}", line!(), stringify!($condition));
            return Err(EDOM);
        }
    };
}

/// Fails the area where two values differ, and says both.
macro_rules! need_equal {
    ($left:expr, $right:expr) => {
        match (&$left, &$right) {
            (left, right) => {
                if *left != *right {
                    pr_err!(
                        "line {}: {} is {left:?}, and not {right:?}",
                        line!(),
                        stringify!($left)
                    );
                    return Err(EDOM);
                }
            }
        }
    };
}

fn endianness() -> &'static str {
    if cfg!(target_endian = "little") {
        "little"
    } else {
        "big"
    }
}

fn formatting(seven: u32) -> Result {
    #[derive(Debug)]
    #[allow(dead_code)] // its Debug reads it
    struct Pair<'a> {
        name: &'a str,
        value: Option<i64>,
    }
    let pair = Pair {
        name: "größe",
        value: Some(-i64::from(seven)),
    };
    need_equal!(
        &*try_format!("{pair:?}")?,
        "Pair { name: \"größe\", value: Some(-7) }"
    );
    need_equal!(
        &*try_format!("{pair:#?}")?,
        "Pair {\n    name: \"größe\",\n    value: Some(\n        -7,\n    ),\n}"
    );
    need_equal!(
        &*try_format!("{seven:>4}|{seven:<4}|{seven:^4}|{seven:04}|{seven:+}")?,
        "   7|7   | 7  |0007|+7"
    );
    need_equal!(
        &*try_format!(
            "{:#x} {:#010b} {:o} {:X}",
            seven * 37,
            seven,
            seven * 9,
            seven * 1111
        )?,
        "0x103 0b00000111 77 1E61"
    );
    need_equal!(
        &*try_format!(
            "{} {}",
            u64::MAX - u64::from(seven),
            i64::MIN + i64::from(seven)
        )?,
        "18446744073709551608 -9223372036854775801"
    );
    need_equal!(
        &*try_format!("{}", u128::MAX - u128::from(seven))?,
        "340282366920938463463374607431768211448"
    );
    need_equal!(
        &*try_format!("{:?} {:?} {:?}", 'ß', "a\n\"", [seven; 2])?,
        "'ß' \"a\\n\\\"\" [7, 7]"
    );
    need_equal!(&*try_format!("{:.*}", seven as usize - 4, "abcdef")?, "abc");
    Ok(())
}

fn collections(seven: u32) -> Result {
    // A generator of numbers in no order (Numerical Recipes' constants).
    let mut state = seven;
    let numbers = Vec::try_from_iter((0..1000).map(|_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state >> 8
    }))?;
    let mut sorted = Vec::new();
    sorted.try_extend_from_slice(&numbers)?;
    sorted.sort_unstable();
    need!(sorted.windows(2).all(|pair| pair[0] <= pair[1]));
    need_equal!(
        sorted.iter().map(|&n| u64::from(n)).sum::<u64>(),
        numbers.iter().map(|&n| u64::from(n)).sum::<u64>()
    );
    for number in &numbers {
        need!(sorted.binary_search(number).is_ok());
    }
    sorted.dedup();
    sorted.retain(|n| n % seven == 0);
    need!(!sorted.is_empty() && sorted.iter().all(|n| n % 7 == 0));
    need_equal!(sorted.iter().max(), sorted.last());
    sorted.truncate(3);
    sorted.reverse();
    need!(matches!(sorted[..], [a, b, c] if a > b && b > c));

    let mut text = String::try_from_str("kernel")?;
    for word in ["of", "many", "parts"] {
        text.try_push_str("-")?;
        text.try_push_str(word)?;
    }
    need_equal!(
        text.split('-')
            .rev()
            .map(str::len)
            .fold(0, |all, length| all * 10 + length),
        5426
    );
    need_equal!(text.find("many"), Some(10));
    need_equal!(text.bytes().filter(u8::is_ascii_lowercase).count(), 17);
    need_equal!("größe".chars().rev().position(|c| c == 'ß'), Some(1));

    // A list, each link of which is a box.
    struct Link(u32, Option<Box<Link>>);
    let mut list = None;
    for n in 0..seven {
        list = Some(Box::try_new(Link(n, list))?);
    }
    let (mut next, mut sum) = (&list, 0);
    while let Some(link) = next {
        sum += link.0;
        next = &link.1;
    }
    need_equal!(sum, 21);
    Ok(())
}

trait Shape {
    fn area(&self) -> u64;
    fn name(&self) -> &str {
        "a shape"
    }
}

struct Square(u64);
struct Rectangle {
    sides: [u64; 2],
    name: String,
}

impl Shape for Square {
    fn area(&self) -> u64 {
        self.0 * self.0
    }
}

impl Shape for Rectangle {
    fn area(&self) -> u64 {
        self.sides.iter().product()
    }
    fn name(&self) -> &str {
        &self.name
    }
}

fn traits(seven: u32) -> Result {
    let side = u64::from(seven);
    let mut shapes: Vec<Box<dyn Shape>> = Vec::new();
    shapes.try_push(Box::try_new(Square(side))?)?;
    shapes.try_push(Box::try_new(Rectangle {
        sides: [side, 1 << 33],
        name: String::try_from_str("a rectangle")?,
    })?)?;
    need_equal!(
        shapes.iter().map(|shape| shape.area()).sum::<u64>(),
        49 + (7 << 33)
    );
    need!(shapes
        .iter()
        .map(|shape| shape.name())
        .eq(["a shape", "a rectangle"]));

    let functions: [fn(u32) -> u32; 3] = [|n| n + 1, |n| n * n, u32::count_ones];
    need_equal!(functions.iter().fold(seven, |n, function| function(n)), 1);
    let offset = seven;
    let add: Box<dyn Fn(u32) -> u32> = Box::try_new(move |n| n + offset)?;
    need_equal!(add(3), 10);

    fn largest<T: PartialOrd + Copy>(values: &[T]) -> Option<T> {
        values
            .iter()
            .copied()
            .reduce(|a, b| if a < b { b } else { a })
    }
    need_equal!(largest(&[3, -i64::from(seven), 5]), Some(5));
    need_equal!(largest(&["a", "c", "b"]), Some("c"));
    need_equal!(largest::<u8>(&[]), None);

    let shared = Arc::try_new(Cell::new(seven))?;
    let other = Arc::clone(&shared);
    other.set(8);
    need_equal!((shared.get(), Arc::strong_count(&shared)), (8, 2));
    drop(shared);
    need_equal!(Arc::strong_count(&other), 1);

    /// A large value goes to and fro through memory, not registers.
    #[derive(Clone, Copy, PartialEq, Debug)]
    struct Large([u64; 9]);
    #[inline(never)]
    fn shift(large: Large, by: u32) -> Large {
        Large(large.0.map(|n| n << by))
    }
    need_equal!(shift(Large([1; 9]), seven), Large([128; 9]));
    Ok(())
}

fn atomics(seven: u32) -> Result {
    static ONCE: AtomicBool = AtomicBool::new(false);
    static WIDE: AtomicU64 = AtomicU64::new(u64::MAX - 1);
    ONCE.store(false, Release);
    need_equal!(
        ONCE.compare_exchange(false, true, AcqRel, Acquire),
        Ok(false)
    );
    need_equal!(
        ONCE.compare_exchange(false, true, AcqRel, Acquire),
        Err(true)
    );
    WIDE.store(u64::MAX - 1, SeqCst);
    need_equal!(WIDE.fetch_add(u64::from(seven), SeqCst), u64::MAX - 1);
    need_equal!(WIDE.load(SeqCst), 5);

    let byte = AtomicU8::new(0xf0);
    let half = AtomicU16::new(0xff00);
    let word = AtomicU32::new(seven);
    need_equal!(
        (byte.fetch_or(seven as u8, Relaxed), byte.load(Relaxed)),
        (0xf0, 0xf7)
    );
    need_equal!(
        (half.fetch_xor(0x0ff0, AcqRel), half.load(Acquire)),
        (0xff00, 0xf0f0)
    );
    need_equal!(
        (
            half.swap(1, SeqCst),
            half.fetch_sub(2, SeqCst),
            half.load(SeqCst)
        ),
        (0xf0f0, 1, u16::MAX)
    );
    need_equal!(
        (
            word.fetch_and(5, SeqCst),
            word.fetch_max(9, SeqCst),
            word.load(SeqCst)
        ),
        (7, 5, 9)
    );
    let signed = AtomicI64::new(-i64::from(seven));
    need_equal!(
        (signed.fetch_min(-8, SeqCst), signed.swap(i64::MIN, SeqCst)),
        (-7, -8)
    );
    need_equal!(
        signed.fetch_update(SeqCst, SeqCst, |n| n.checked_sub(1)),
        Err(i64::MIN)
    );
    need_equal!(
        signed.fetch_update(SeqCst, SeqCst, |n| n.checked_add(1)),
        Ok(i64::MIN)
    );
    let size = AtomicUsize::new(0);
    for n in 0..seven as usize {
        while size
            .compare_exchange_weak(n, n + 1, AcqRel, Relaxed)
            .is_err()
        {}
    }
    core::sync::atomic::fence(SeqCst);
    need_equal!(size.into_inner(), 7);
    Ok(())
}

fn arithmetic_64(seven: u32) -> Result {
    let (unsigned, signed) = (u64::from(seven), i64::from(seven));
    need_equal!(u64::MAX / unsigned, 2_635_249_153_387_078_802);
    need_equal!(u64::MAX % unsigned, 1);
    need_equal!(i64::MIN / signed, -1_317_624_576_693_539_401);
    need_equal!((i64::MIN % signed, -signed % 4, signed % -4), (-1, -3, 3));
    need_equal!((i64::MIN + 1) / -(signed - 6), i64::MAX);
    // Divisors above and below 32 bits, whose quotients are known by multiplication.
    for divisor in [
        1,
        3,
        unsigned,
        10,
        0xffff_ffff,
        0x1_0000_0000,
        0x1_0000_0001,
        u64::MAX / unsigned,
        u64::MAX - 1,
    ] {
        for dividend in [
            0,
            1,
            unsigned - 1,
            unsigned,
            0xffff_ffff,
            0x1234_5678_9abc_def0,
            u64::MAX,
        ] {
            let (quotient, rest) = (dividend / divisor, dividend % divisor);
            need!(rest < divisor);
            need_equal!(
                quotient
                    .checked_mul(divisor)
                    .and_then(|n| n.checked_add(rest)),
                Some(dividend)
            );
            need_equal!(dividend.div_euclid(divisor) as i64 as u64, quotient);
            let (dividend, divisor) = (dividend as i64, (divisor >> 1) as i64 | 1);
            need_equal!(
                (dividend / divisor) * divisor + dividend % divisor,
                dividend
            );
            need!(dividend.rem_euclid(divisor) >= 0);
        }
    }
    need_equal!(i64::MIN.checked_div(signed - 8), None);
    need_equal!(u64::MAX.checked_mul(unsigned), None);
    need_equal!(
        (i64::MAX / 7).checked_mul(signed),
        Some(i64::MAX - i64::MAX % 7)
    );
    need_equal!(i64::MIN.checked_mul(signed), None);
    need_equal!(u64::MAX.wrapping_mul(unsigned), (-7_i64) as u64);
    need_equal!(i64::MAX.saturating_add(signed), i64::MAX);
    need_equal!(u64::MAX.overflowing_add(unsigned), (6, true));
    need_equal!(
        (
            1_u64 << (seven + 30),
            i64::MIN >> (seven * 9),
            u64::MAX >> (seven + 32)
        ),
        (1 << 37, -1, 0x1ff_ffff)
    );
    need_equal!(
        0x1234_5678_9abc_def0_u64.rotate_left(seven + 1),
        0x3456_789a_bcde_f012
    );
    need_equal!(
        0x1234_5678_9abc_def0_u64.swap_bytes().swap_bytes() + unsigned,
        0x1234_5678_9abc_def7
    );
    need_equal!(
        (unsigned << 20).leading_zeros()
            + (unsigned << 40).trailing_zeros()
            + u64::MAX.count_ones(),
        41 + 40 + 64
    );
    need_equal!(u64::from(seven).pow(22), 3_909_821_048_582_988_049);
    need_equal!((unsigned.pow(22)).isqrt(), 1_977_326_743);
    need_equal!(u64::from_be_bytes([0, 0, 0, 0, 0, 0, 1, 0]) + unsigned, 263);
    need_equal!((unsigned << 56).to_le_bytes(), [0, 0, 0, 0, 0, 0, 0, 7]);
    need_equal!("18446744073709551615".parse(), Ok(u64::MAX));
    Ok(())
}

/// All but division, which the kernel has no function for.
fn arithmetic_128(seven: u32) -> Result {
    let wide = u128::from(u64::MAX) * u128::from(u64::MAX);
    need_equal!(
        wide.wrapping_add(u128::from(seven)) >> 64,
        u128::from(u64::MAX - 1)
    );
    need_equal!(
        (u128::from(seven) << 100) as u64 as u128 + (u128::from(seven) << 100 >> 97),
        56
    );
    need_equal!(
        wide.wrapping_mul(u128::from(seven)),
        7_u128.wrapping_mul(wide)
    );
    need_equal!(
        (-i128::from(seven) >> (seven + 60), i128::MIN.count_ones()),
        (-1, 1)
    );
    need!(u128::MAX > wide && u128::MAX.checked_add(u128::from(seven)).is_none());
    Ok(())
}

fn memory(seven: u32) -> Result {
    #[repr(align(64))]
    struct Aligned(#[allow(dead_code)] [u8; 65]);
    for n in 0..seven {
        let aligned = Box::try_new(Aligned([n as u8; 65]))?;
        need_equal!(core::ptr::from_ref(&*aligned).addr() % 64, 0);
        need!(aligned.0.iter().all(|&byte| u32::from(byte) == n));
    }
    // Of every length and place, so that all of the ways to copy are used.
    let mut bytes = Vec::try_from_iter((0..=255_u8).cycle().take(600))?;
    for length in [0, 1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 63, 64, 65, 127, 256] {
        for place in [0, 1, 3, seven as usize] {
            bytes.copy_within(place..place + length, 300 + place);
            let (left, right) = bytes.split_at(300);
            need_equal!(left[place..place + length], right[place..place + length]);
        }
    }
    bytes.copy_within(..500, seven as usize);
    need!(bytes[7..307]
        .iter()
        .enumerate()
        .all(|(n, &byte)| byte == n as u8));
    bytes.fill(seven as u8);
    need_equal!(bytes.iter().map(|&byte| u32::from(byte)).sum::<u32>(), 4200);
    // Grows from kmalloc cache to cache, and moves.
    let mut growing = Vec::new();
    for n in 0..20_000 * (seven / 7) {
        growing.try_push(u64::from(n) << 32 | u64::from(n))?;
    }
    need!(growing
        .iter()
        .enumerate()
        .all(|(n, &value)| value as u32 as usize == n && value >> 32 == n as u64));
    Ok(())
}

fn error_paths(seven: u32) -> Result {
    fn number(text: &str) -> Result<u8> {
        let wide: i64 = text.parse().or(Err(EINVAL))?;
        Ok(u8::try_from(wide)?)
    }
    need_equal!(number("255"), Ok(255));
    need_equal!(number("256"), Err(EINVAL));
    need_equal!(number("x"), Err(EINVAL));
    need_equal!(
        core::str::from_utf8(&[b'a', 0xf0 | seven as u8]).map_err(Error::from),
        Err(EINVAL)
    );

    let mut many: Vec<u64> = Vec::new();
    need_equal!(
        many.try_reserve(usize::MAX / 4).map_err(Error::from),
        Err(ENOMEM)
    );
    // Within Rust's limits, but more than kmalloc gives.
    need_equal!(
        many.try_reserve((seven as usize) << 24)
            .map_err(Error::from),
        Err(ENOMEM)
    );
    many.try_push(1)?;
    need_equal!(many.as_slice(), [1]);

    // What was made before an error is dropped, the last first.
    struct Noted<'a>(&'a Cell<u32>, u32);
    impl Drop for Noted<'_> {
        fn drop(&mut self) {
            self.0.set(self.0.get() * 10 + self.1);
        }
    }
    fn fails<'a>(order: &'a Cell<u32>, at: u32) -> Result<[Noted<'a>; 2]> {
        let first = Noted(order, 1);
        let second = Noted(order, 2);
        if at == 7 {
            return Err(EBUSY);
        }
        Ok([first, second])
    }
    let order = Cell::new(0);
    need_equal!(fails(&order, seven).err(), Some(EBUSY));
    need_equal!(order.get(), 21);
    drop(fails(&order, seven + 1)?);
    need_equal!(order.get(), 2112);

    struct Refusing;
    impl fmt::Display for Refusing {
        fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
            Err(fmt::Error)
        }
    }
    need!(try_format!("{Refusing}").is_err());
    Ok(())
}
