// SPDX-License-Identifier: GPL-2.0

//! Hands work to a thread of the kernel's, and shares what comes of it.

use kernel::{
    bindings, new_condvar, new_mutex, new_spinlock,
    prelude::*,
    sync::{Arc, CondVar, Mutex, SpinLock},
    workqueue::{self, impl_has_work, new_work, Work, WorkItem},
};

module! {
    type: PrimeFinder,
    name: "sync",
    authors: ["Jane Doe <jane@example.org>"],
    description: "A kernel module written in Rust",
    license: "GPL",
}

/// What the module and the work item share: each holds an `Arc` of it, and the last to let go of
/// theirs frees it.
#[pin_data]
struct Shared {
    /// Who has to wait for a mutex sleeps, and who has it may sleep too, as allocating memory does.
    #[pin]
    search: Mutex<Search>,
    /// Wakes those who wait for a change of `search`.
    #[pin]
    changed: CondVar,
    /// Who has to wait for a spinlock does not sleep, and who has it must not: it is for a few
    /// instructions, and for where nobody may sleep.
    #[pin]
    divisions: SpinLock<u64>,
    /// By this the kernel keeps the work item in its queue.
    #[pin]
    work: Work<Shared>,
}

/// How far the search has come.
struct Search {
    primes: KVec<u32>,
    /// Whether it has ended, and how.
    outcome: Option<Result>,
}

impl_has_work! {
    impl HasWork<Self> for Shared { self.work }
}

impl WorkItem for Shared {
    type Pointer = Arc<Shared>;

    /// Runs once each time that the item was put into a queue, on a thread of the queue's.
    fn run(this: Arc<Shared>) {
        let outcome = this.find_primes_below(100);
        pr_info!(
            "thread {} has done {} divisions\n",
            current!().pid(),
            *this.divisions.lock()
        );
        this.search.lock().outcome = Some(outcome);
        this.changed.notify_all();
    }
}

impl Shared {
    fn new() -> Result<Arc<Self>> {
        let shared = pin_init!(Self {
            search <- new_mutex!(Search {
                primes: KVec::new(),
                outcome: None,
            }),
            changed <- new_condvar!(),
            divisions <- new_spinlock!(0),
            work <- new_work!(),
        });
        Arc::pin_init(shared, GFP_KERNEL)
    }

    fn find_primes_below(&self, limit: u32) -> Result {
        for n in 2..limit {
            // The lock is held until the end of the round: others see all of a round, or nothing.
            let mut search = self.search.lock();
            let mut smaller = search.primes.iter();
            if smaller.all(|prime| self.leaves_rest(n, *prime)) {
                search.primes.push(n, GFP_KERNEL)?;
            }
        }
        Ok(())
    }

    fn leaves_rest(&self, n: u32, divisor: u32) -> bool {
        *self.divisions.lock() += 1;
        n % divisor != 0
    }

    /// Sleeps until the search has ended. Returns how many primes there are.
    ///
    /// Fails as the search did, or with EINTR where a signal came first.
    fn wait(&self) -> Result<usize> {
        let mut search = self.search.lock();
        loop {
            if let Some(outcome) = search.outcome {
                return outcome.map(|()| search.primes.len());
            }
            // Lets go of the lock while it sleeps, and has it again afterwards.
            if self.changed.wait_interruptible(&mut search) {
                return Err(EINTR);
            }
        }
    }
}

/// What the module owns while it is loaded.
struct PrimeFinder {
    shared: Arc<Shared>,
}

impl kernel::Module for PrimeFinder {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        let finder = PrimeFinder {
            shared: Shared::new()?,
        };
        pr_info!("thread {} hands the work over\n", current!().pid());
        // Gives the item back where it is in the queue already.
        if workqueue::system().enqueue(finder.shared.clone()).is_err() {
            return Err(EBUSY);
        }
        // Where this fails, `finder` is dropped.
        let found = finder.shared.wait()?;
        pr_info!("thread {} was told of {} primes\n", current!().pid(), found);
        Ok(finder)
    }
}

impl Drop for PrimeFinder {
    fn drop(&mut self) {
        // The code of `run` is part of the module, so it must have returned before the module is
        // gone. For that the `kernel` crate has nothing yet, but C has.
        //
        // SAFETY: `work` was initialised with the rest of `shared`, which is there until the end of
        // this function.
        unsafe { bindings::flush_work(Work::raw_get(&self.shared.work)) };
        pr_info!(
            "goodbye, forgetting {} primes\n",
            self.shared.search.lock().primes.len()
        );
    }
}
