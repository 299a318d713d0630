// SPDX-License-Identifier: GPL-2.0
//! Says hello when it is loaded and goodbye when it is unloaded.

#![no_std]
#![deny(unsafe_code)]

use kernel::prelude::*;

kernel::module!(Hello);
kernel::params! { token: charp }

/// What the module owns while it is loaded.
struct Hello {
    token: &'static str,
    primes: Vec<u32>,
}

impl Module for Hello {
    fn init() -> Result<Self> {
        let token = params::token()?;
        let primes = primes_below(100)?;
        pr_info!("hello from Rust, token {token}");
        pr_info!("found {} primes: {primes:?}", primes.len());
        Ok(Hello { token, primes })
    }
}

impl Drop for Hello {
    fn drop(&mut self) {
        let Hello { token, primes } = self;
        pr_info!("goodbye, token {token}, {} primes forgotten", primes.len());
    }
}

/// Every allocation may fail, and `?` passes that on as ENOMEM.
fn primes_below(limit: u32) -> Result<Vec<u32>> {
    let mut primes = Vec::new();
    for n in 2..limit {
        if primes.iter().all(|prime| n % prime != 0) {
            primes.try_push(n)?;
        }
    }
    Ok(primes)
}
