// SPDX-License-Identifier: GPL-2.0

//! Says hello when it is loaded and goodbye when it is unloaded.

use kernel::prelude::*;

mod c;

module! {
    type: Hello,
    name: "hello_with_c",
    authors: ["Jane Doe <jane@example.org>"],
    description: "A kernel module written in Rust",
    license: "GPL",
}

/// What the module owns while it is loaded.
struct Hello {
    primes: KVec<u32>,
}

impl kernel::Module for Hello {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let primes = primes_below(100)?;
        pr_info!(
            "hello from Rust, found {} primes: {:?}\n",
            primes.len(),
            &primes[..]
        );
        c::greet();
        Ok(Hello { primes })
    }
}

impl Drop for Hello {
    fn drop(&mut self) {
        pr_info!("goodbye, forgetting {} primes\n", self.primes.len());
    }
}

/// Every allocation may fail, and `?` passes that on as ENOMEM.
fn primes_below(limit: u32) -> Result<KVec<u32>> {
    let mut primes = KVec::new();
    for n in 2..limit {
        if primes.iter().all(|prime| n % prime != 0) {
            primes.push(n, GFP_KERNEL)?;
        }
    }
    Ok(primes)
}
