import { both, type KnownFailure } from './failure.ts';

/** What the kernel says of a module that runs, and goes wrong. */
export const runFailures: readonly KnownFailure[] = [
  {
    id: 'stack-overflow',
    flavours: both,
    pattern:
      'stack guard page was hit|kernel stack overflow|Insufficient stack space to handle exception|double fault: 0000',
    cause:
      'The kernel stack is full: it has 16 KiB (8 KiB on 32-bit machines) for all functions that are running, and this one has a large array or value on it, or calls itself.',
    remedy: {
      freestanding: 'Keep large values in a Box (Box::try_new) or Vec, or in a static, and recursion out.',
      'rust-for-linux':
        'Keep large values in a KBox or KVec, initialized in place (KBox::init), or in a static, and recursion out.',
    },
    known: 'recorded',
    source: '6.1 (recursion without end).',
  },
  {
    id: 'sleeping-while-atomic',
    flavours: both,
    pattern: 'BUG: (scheduling while atomic|sleeping function called from invalid context)',
    cause:
      'The module sleeps where it must not: while it holds a spinlock, in an interrupt or in a timer. Waiting for a mutex sleeps, and so does allocating with GFP_KERNEL.',
    remedy: {
      freestanding: 'Allocate before taking the lock, or use a mutex or a work item instead.',
      'rust-for-linux': 'Allocate before taking the lock or with GFP_ATOMIC, or use a Mutex or a work item instead.',
    },
    known: 'recorded',
    source: '6.1 (msleep under a spinlock).',
  },
  {
    id: 'lockup',
    flavours: both,
    pattern: 'BUG: soft lockup|hard LOCKUP|rcu: INFO: .*(stall|self-detected)',
    cause:
      'A processor does not come back from the module: it waits for a spinlock that is never released (taken twice, or in another order elsewhere), or a loop has no end.',
    remedy:
      'The lines below it say in which function. Release the lock before calling a function that locks it, and let every loop end or sleep.',
    known: 'recorded',
    source: '6.1 (a spinlock taken twice).',
  },
  {
    id: 'hung-task',
    flavours: both,
    pattern: 'INFO: task .* blocked for more than',
    cause:
      'A thread waits in the module for something that does not happen: a mutex that it holds itself, or an event that nobody signals.',
    remedy:
      'The lines below it say where it waits. Do not call a function that locks the mutex while it is held, and wait with a timeout.',
    known: 'recorded',
    source: '6.1 (a mutex taken twice).',
  },
  {
    id: 'null-pointer',
    flavours: both,
    pattern: 'BUG: kernel NULL pointer dereference|Unable to handle kernel NULL pointer',
    cause: 'Code read or wrote through a null pointer: in C, or in unsafe Rust.',
    remedy:
      'The line RIP (or pc) below it names the function; check there every pointer that comes from C before it is used.',
    known: 'recorded',
    source: '6.1.',
  },
  {
    id: 'used-after-unload',
    flavours: both,
    pattern: 'BUG: unable to handle page fault for address: ffffffffc0',
    cause:
      'The kernel called code of a module that is unloaded: a timer, work item, interrupt or callback was still registered.',
    remedy:
      'Cancel it when the module is unloaded (in C: timer_delete_sync, cancel_work_sync, free_irq; in Rust: in drop), and wait until it has ended.',
    known: 'recorded',
    source: '6.1 (a timer that ran half a second after rmmod).',
  },
];
