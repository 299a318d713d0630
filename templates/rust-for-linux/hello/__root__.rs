// SPDX-License-Identifier: {{spdx}}

//! Says hello when it is loaded and goodbye when it is unloaded.

use kernel::prelude::*;
{{#if withC}}

mod c;
{{/if}}

module! {
    type: Hello,
{{> module-keys.rs}}
}
{{> modinfo.rs}}

/// What the module owns while it is loaded.
struct Hello {
    primes: {{vector.type}}<u32>,
}

impl kernel::Module for Hello {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let primes = primes_below(100)?;
        pr_info!(
            "hello from Rust, found {} primes: {:?}\n",
            primes.len(),
            &primes[..]
        );
{{#if withC}}
        c::greet();
{{/if}}
        Ok(Hello { primes })
    }
}

impl Drop for Hello {
    fn drop(&mut self) {
        pr_info!("goodbye, forgetting {} primes\n", self.primes.len());
    }
}

/// Every allocation may fail, and `?` passes that on as ENOMEM.
fn primes_below(limit: u32) -> Result<{{vector.type}}<u32>> {
    let mut primes = {{vector.type}}::new();
    for n in 2..limit {
        if primes.iter().all(|prime| n % prime != 0) {
{{#if vector.withFlags}}
            primes.push(n, GFP_KERNEL)?;
{{else}}
            primes.try_push(n)?;
{{/if}}
        }
    }
    Ok(primes)
}
