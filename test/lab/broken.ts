/** A module that is broken on purpose, and what `make boot` must say of it in a stock kernel. */
export interface Broken {
  /** What it does. */
  title: string;
  /** Its part in C: declarations, what init and exit do. Or instead what init does in Rust. */
  common?: string;
  init?: string;
  exit?: string;
  rust?: string;
  /** The last line, after `boot FAILED: `. */
  says: RegExp;
  /** Each run of the lab boots it; the others only with `--full`. */
  always?: boolean;
}

const headers = ['completion', 'debugfs', 'delay', 'kthread', 'miscdevice', 'module', 'mutex', 'proc_fs', 'reboot'];
const moreHeaders = ['refcount', 'slab', 'spinlock', 'timer', 'workqueue'];

/** `src/part.c` of a broken module. */
export function partInC({ common = '', init = '', exit = '' }: Broken): string {
  return `/* SPDX-License-Identifier: GPL-2.0 */
${[...headers, ...moreHeaders].map((header) => `#include <linux/${header}.h>`).join('\n')}

int part_init(void);
void part_exit(void);
${common}
int part_init(void)
{
	${init}
	return 0;
}

void part_exit(void)
{
	${exit}
}
`;
}

/** `src/lib.rs` of a broken module. */
export function rustOf({ rust = '' }: Broken): string {
  return `// SPDX-License-Identifier: GPL-2.0
//! Broken on purpose.
#![no_std]
use kernel::prelude::*;

kernel::module!(Broken);
kernel::params! { token: charp }
extern "C" {
    fn part_init() -> core::ffi::c_int;
    fn part_exit();
}
struct Broken;

impl Module for Broken {
    fn init() -> Result<Self> {
        let token = params::token()?;
        pr_info!("init {}", token.len());
        ${rust}
        // SAFETY: src/part.c has it.
        match unsafe { part_init() } {
            0 => Ok(Broken),
            _ => Err(EINVAL),
        }
    }
}

impl Drop for Broken {
    fn drop(&mut self) {
        // SAFETY: src/part.c has it.
        unsafe { part_exit() };
        pr_info!("exit");
    }
}
`;
}

const inPart = String.raw`at src/part\.c:\d+ \(`;
const says = (cause: string, rest: string) => new RegExp(`^${cause}, ${rest}; boot\\.log has all of it$`);

/** To add one, write what it does and what must be said. */
export const brokenModules: Broken[] = [
  {
    title: 'a timer that fires after rmmod',
    common: 'static struct timer_list late;\nstatic void fire(struct timer_list *timer) { }',
    init: 'timer_setup(&late, fire, 0); mod_timer(&late, jiffies + HZ);',
    says: says('BUG: unable to handle page fault for address: [0-9a-f]+', `${inPart}late\\+0x\\d+\\), after rmmod.*`),
    always: true,
  },
  {
    title: 'work that is not done when the module is gone',
    // Without the last statement the compiler jumps to msleep, which returns to the kernel.
    common:
      'static void run(struct work_struct *work) { msleep(1000); pr_info("late\\n"); }\nstatic DECLARE_WORK(late, run);',
    init: 'schedule_work(&late);',
    says: says('BUG: unable to handle page fault for address: [0-9a-f]+', `${inPart}run\\+.*\\), after rmmod.*`),
  },
  {
    title: 'a thread that is left behind',
    common: 'static int run(void *data) { for (;;) msleep(300); return 0; }',
    init: 'kthread_run(run, NULL, "left");',
    says: says('BUG: unable to handle page fault for address: [0-9a-f]+', `${inPart}run\\+.*\\), after rmmod.*`),
  },
  {
    title: 'a null pointer that Rust writes through',
    rust: '// SAFETY: none.\n        unsafe { core::ptr::null_mut::<u32>().wrapping_add(token.len()).write_volatile(1) };',
    says: says(
      'BUG: kernel NULL pointer dereference, address: 0{14}40',
      String.raw`at src/lib\.rs:19 \(rust_init\+0x.*\), during insmod`,
    ),
    always: true,
  },
  {
    title: 'a null pointer in exit',
    common: 'static int *volatile nothing;',
    exit: '*nothing = 1;',
    says: says('BUG: kernel NULL pointer dereference, address: 0+', `${inPart}part_exit.*during rmmod`),
  },
  {
    title: 'a sum that overflows',
    rust: 'pr_info!("{}", token.len() as u32 - 100);',
    says: says(
      String.raw`Rust panic: panicked at src/lib\.rs:18:\d+: attempt to subtract with overflow`,
      'during insmod',
    ),
  },
  {
    title: 'a spinlock that is taken twice',
    common: 'static DEFINE_SPINLOCK(lock);',
    init: 'spin_lock(&lock); spin_lock(&lock);',
    says: says(
      String.raw`watchdog: BUG: soft lockup - CPU#\d stuck for \d+s! \[insmod:\d+\]`,
      `${inPart}.*during insmod`,
    ),
    always: true,
  },
  {
    title: 'a spinlock that is taken twice, with interrupts off',
    common: 'static DEFINE_SPINLOCK(lock);',
    init: 'unsigned long flags; spin_lock_irqsave(&lock, flags); spin_lock(&lock);',
    says: says('rcu: INFO: rcu_preempt detected stalls on CPUs/tasks', `${inPart}.*during insmod`),
  },
  {
    title: 'a mutex that is taken twice',
    common: 'static DEFINE_MUTEX(lock);',
    init: 'mutex_lock(&lock); mutex_lock(&lock);',
    says: says(String.raw`INFO: task insmod:\d+ blocked for more than \d+ seconds`, `${inPart}.*during insmod`),
  },
  {
    title: 'an endless loop that lets others run',
    init: 'for (;;) cond_resched();',
    says: says('insmod did not end within 30 seconds', `${inPart}.*during insmod`),
  },
  {
    title: 'an exit that waits for what never comes',
    common: 'static DECLARE_COMPLETION(never);',
    exit: 'wait_for_completion(&never); pr_info("done\\n");',
    says: says(String.raw`INFO: task rmmod:\d+ blocked for more than \d+ seconds`, `${inPart}.*during rmmod`),
  },
  {
    title: 'a wait that a signal could end, and none does',
    common: 'static DECLARE_COMPLETION(never);',
    init: 'while (wait_for_completion_interruptible(&never)) ;',
    says: says('insmod did not end within 30 seconds', `${inPart}.*during insmod`),
  },
  {
    title: 'a division by zero in C',
    common: 'static volatile int zero;',
    init: 'zero = 5 / zero;',
    says: says('divide error: 0000', `${inPart}.*during insmod`),
  },
  {
    title: 'a reference count that is too low',
    common: 'static refcount_t count = REFCOUNT_INIT(1);',
    init: 'refcount_dec(&count);',
    says: says('WARNING: refcount_t: decrement hit 0; leaking memory', `${inPart}.*during insmod`),
  },
  {
    title: 'a warning',
    init: 'WARN(1, "a value of %d is odd\\n", 7);',
    says: says('WARNING: a value of 7 is odd', `${inPart}.*during insmod`),
  },
  {
    title: 'a spinlock that init leaves taken',
    common: 'static DEFINE_SPINLOCK(lock);',
    init: 'spin_lock(&lock);',
    says: /^WARNING: initcall .* returned with preemption imbalance.*during insmod/,
  },
  {
    title: 'sleeping under a spinlock',
    common: 'static DEFINE_SPINLOCK(lock);',
    init: 'spin_lock(&lock); msleep(20); spin_unlock(&lock);',
    says: /^BUG: scheduling while atomic: insmod.*during insmod/,
  },
  {
    title: 'memory that is freed twice',
    init: 'void *memory = kmalloc(64, GFP_KERNEL); kfree(memory); kfree(memory);',
    says: says('BUG kmalloc-64 .*: Object already free', `${inPart}.*during insmod`),
  },
  {
    title: 'memory that is written after it was freed',
    init: 'char *memory = kmalloc(64, GFP_KERNEL); kfree(memory); WRITE_ONCE(memory[16], 7);',
    says: /^BUG kmalloc-64 .*: Poison overwritten/,
  },
  {
    title: 'memory that is written past its end',
    init: 'char *memory = kmalloc(60, GFP_KERNEL); WRITE_ONCE(memory[64], 7); kfree(memory);',
    says: says('BUG kmalloc-64 .*: (Right )?Redzone overwritten', `${inPart}.*during insmod`),
  },
  {
    title: 'a device that is left behind',
    common: `static const struct file_operations operations;
static struct miscdevice device = { .minor = MISC_DYNAMIC_MINOR, .name = "left", .fops = &operations };`,
    init: 'if (misc_register(&device)) return -EEXIST;',
    says: says(
      "sysfs: cannot create duplicate filename '/devices/virtual/misc/left'",
      `${inPart}.*during insmod, the second time`,
    ),
  },
  {
    title: 'a file that is left behind in /proc',
    common: 'static int show(struct seq_file *file, void *data) { return 0; }',
    init: 'if (!proc_create_single("left", 0, NULL, show)) return -EEXIST;',
    says: says("WARNING: proc_dir_entry '/proc/left' already registered", `${inPart}.*during insmod, the second time`),
  },
  {
    title: 'a folder that is left behind in debugfs',
    init: 'debugfs_create_dir("left", NULL);',
    says: /^debugfs: .*left.* already .*during insmod, the second time/,
  },
  {
    title: 'a notifier that is left behind',
    common: `static int notified(struct notifier_block *block, unsigned long event, void *data) { return NOTIFY_DONE; }
static struct notifier_block block = { .notifier_call = notified };`,
    init: 'register_reboot_notifier(&block);',
    says: /^WARNING: notifier callback notified .* already registered, at src\/part\.c:\d+ .*during insmod, the second time/,
  },
  {
    title: 'a module that keeps a reference to itself',
    init: '__module_get(THIS_MODULE);',
    says: /^rmmod failed: .*Resource temporarily unavailable; something still uses it, its reference count is 1$/,
  },
  {
    title: 'a stack that is too deep',
    common: `static noinline int deep(int depth)
{
	volatile char room[512];

	room[depth & 255] = depth;
	return depth ? deep(depth - 1) + room[3] : 0;
}`,
    init: 'if (deep(1000000) == 7) return -EINVAL;',
    says: /^BUG: (TASK )?stack guard page was hit .*, at src\/part\.c:\d+ \(deep.*during insmod/,
  },
  {
    title: 'a panic of the kernel',
    init: 'panic("on purpose");',
    says: says('Kernel panic - not syncing: on purpose', `${inPart}.*during insmod`),
  },
];
