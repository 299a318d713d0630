// SPDX-License-Identifier: GPL-2.0

//! Takes parameters when it is loaded, as in `insmod FILE count=3 first=100`.

use kernel::prelude::*;

module! {
    type: Primes,
    name: "params",
    authors: ["Jane Doe <jane@example.org>"],
    description: "A kernel module written in Rust",
    license: "GPL",
    params: {
        count: u32 {
            default: 5,
            description: "How many primes to look for, at most 100",
        },
        first: u32 {
            default: 2,
            description: "Where to begin looking",
        },
        each: bool {
            default: false,
            description: "Whether to log each of them",
        },
    },
}

/// The largest `count` that is taken.
const MOST: u32 = 100;

/// What the module owns while it is loaded.
struct Primes {
    found: KVec<u32>,
}

impl kernel::Module for Primes {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        // The values were checked for their types only.
        let count = module_parameters::count.value();
        let first = module_parameters::first.value();
        if count > MOST {
            pr_err!("count is {}, and at most {}\n", count, MOST);
            return Err(EINVAL);
        }

        let mut found = KVec::new();
        for prime in (first..=u32::MAX).filter(is_prime).take(count as usize) {
            if module_parameters::each.value() {
                pr_info!("prime {}\n", prime);
            }
            found.push(prime, GFP_KERNEL)?;
        }
        pr_info!("{} primes from {}: {:?}\n", found.len(), first, &found[..]);
        Ok(Primes { found })
    }
}

impl Drop for Primes {
    fn drop(&mut self) {
        pr_info!("goodbye, forgetting {} primes\n", self.found.len());
    }
}

/// Whether nothing but 1 and the number itself divides it.
fn is_prime(n: &u32) -> bool {
    // The square root of any u32 is below 2 to the 16.
    let mut divisors = (2..1 << 16).take_while(|divisor| divisor * divisor <= *n);
    *n >= 2 && divisors.all(|divisor| *n % divisor != 0)
}
