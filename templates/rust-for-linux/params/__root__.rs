// SPDX-License-Identifier: {{spdx}}

//! Takes parameters when it is loaded, as in `insmod FILE count=3 first=100`.

use kernel::prelude::*;
{{#if withC}}

mod c;
{{/if}}

module! {
    type: Primes,
{{> module-keys.rs}}
    params: {
        count: u32 {
            default: 5,
            description: "How many primes to look for, at most 100",
        },
        first: u32 {
            default: 2,
            description: "Where to begin looking",
        },
{{#if crate.boolParams}}
        each: bool {
            default: false,
            description: "Whether to log each of them",
        },
{{/if}}
    },
}
{{> modinfo.rs}}

/// The largest `count` that is taken.
const MOST: u32 = 100;

/// What the module owns while it is loaded.
struct Primes {
    found: {{vector.type}}<u32>,
}

impl kernel::Module for Primes {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        // The values were checked for their types only.
{{#if crate.paramValueCopies}}
        let count = module_parameters::count.value();
        let first = module_parameters::first.value();
{{else}}
        let count = *module_parameters::count.value();
        let first = *module_parameters::first.value();
{{/if}}
        if count > MOST {
            pr_err!("count is {}, and at most {}\n", count, MOST);
            return Err(EINVAL);
        }
{{#if withC}}
        c::greet();
{{/if}}

        let mut found = {{vector.type}}::new();
        for prime in (first..=u32::MAX).filter(is_prime).take(count as usize) {
{{#if crate.boolParams}}
            if module_parameters::each.value() {
                pr_info!("prime {}\n", prime);
            }
{{/if}}
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
