import { describe, expect, test } from 'vitest';
import { judge, mark } from './judge.ts';

// What boot-verdict.sh makes of lines, among them those of kernels that are not booted here.

/** A serial port's text: a line of the mark begins with "> ". */
function serial(lines: string[]): string {
  return lines.map((line, i) => `[${`${i}.000000`.padStart(12)}] ${line.replace(/^> /, `${mark}: `)}\r\n`).join('');
}

const loading = ['Linux version 6.1.0', '> Linux 6.1.0', '> loading'];
const loaded = [...loading, 'sample: hello', '> loaded'];
const gone = [...loaded, '> unloading', 'sample: goodbye', '> unloaded'];
const twice = [...gone, '> loading', 'sample: hello', '> loaded', '> unloading', 'sample: goodbye', '> unloaded'];
const whole = [...twice, '> finished', '> tainted 0 12288'];

describe('a boot without trouble', () => {
  test('is OK, and shows the module’s own lines of the first time', () => {
    const { status, stdout } = judge(serial(whole));
    expect(stdout).toBe(
      '[    3.000000] sample: hello\n[    6.000000] sample: goodbye\nsample: boot OK: loaded and unloaded in Linux 6.1.0\n',
    );
    expect(status).toBe(0);
  });

  test('is OK if the module logs nothing', () => {
    const { status, stdout, report } = judge(serial(whole.filter((line) => !line.startsWith('sample: '))));
    expect(stdout).toBe('sample: boot OK: loaded and unloaded in Linux 6.1.0\n');
    expect(report).toContain('The module logged nothing of its own.');
    expect(status).toBe(0);
  });

  test('says what it cannot have seen', () => {
    expect(judge(serial(whole)).last).toMatch(/leaks, reads of freed memory, and sleeping under a spinlock/);
  });

  test('says nothing of that in a kernel that sees it', () => {
    const built = [
      'kasan: KernelAddressSanitizer initialized (generic)',
      'kmemleak: Kernel memory leak detector initialized (mem pool available: 14933)',
    ];
    expect(judge(serial([...built, ...whole])).report).toBe('');
    expect(judge(serial([...built.slice(1), ...whole])).last).toMatch(/reads of freed memory/);
  });

  test('says that the module was exercised, with what the exercise said', () => {
    const log = whole.toSpliced(5, 0, '> exercising', '> exercise: bytes come back', 'sample 0000:00:04.0: bound');
    const { stdout } = judge(serial(log));
    expect(stdout).toContain('] exercise: bytes come back\n[    7.000000] sample 0000:00:04.0: bound\n');
    expect(stdout).toContain('sample: boot OK: loaded, exercised and unloaded in Linux 6.1.0\n');
  });

  test.each([
    'sample: WARNING: low battery',
    'sample 0000:00:04.0: BUG: of the device',
    'sample: loading out-of-tree module taints kernel.',
    'clocksource: timekeeping watchdog on CPU1: Marking clocksource tsc as unstable',
    'systemd[1]: nothing of importance',
    '> exercise: WARNING: what a program said',
  ])('is not troubled by what is no report of the kernel: %s', (line) => {
    expect(judge(serial(whole.toSpliced(4, 0, line))).status).toBe(0);
  });

  test('is not troubled by what the kernel warned of before', () => {
    const log = whole.toSpliced(1, 0, 'WARNING: CPU: 0 PID: 1 at arch/x86/kernel/apic.c:12 setup+0x1/0x2');
    expect(judge(serial(log).replace('tainted 0 12288', 'tainted 512 12800')).status).toBe(0);
  });

  test('is read with NUL bytes, line ends of a serial port and a caller on each line', () => {
    const log = serial(whole).replaceAll('] ', '][    T1] ').replace('sample: hello', 'sam\0ple: hello');
    expect(judge(log).status).toBe(0);
  });

  test('leaves nothing in it that could steer a terminal', () => {
    const { stdout } = judge(
      serial(whole.map((line) => line.replace('hello', 'hel\x1b[31mlo\xc2\x9bred\xe2\x80\xae!\xe2\x81\xa6'))),
    );
    expect(stdout).toContain('sample: hel[31mlored!\n');
  });

  test('shows no more lines than a person reads', () => {
    const many = Array.from({ length: 1000 }, (_, i) => `sample: line ${i}`);
    const { stdout } = judge(serial(whole.toSpliced(4, 0, ...many)));
    expect(stdout.split('\n')).toHaveLength(303);
    expect(stdout).toContain('line 298\n[and more, which only the log has]\nsample: boot OK');
  });

  test.each([
    ['a-b', 'a_b'],
    ['a.b+c', 'a.b+c'],
    ['xt_TEE', 'xt_TEE'],
  ])('is that of a module whose name may mean something to a pattern: %s', (name, logged) => {
    const log = serial([...whole, 'aXb+c: not its own']).replaceAll('sample: ', `${logged}: `);
    const { stdout, status } = judge(log, { name });
    expect(stdout.split('\n')).toHaveLength(4);
    expect(stdout).toContain(`${name}: boot OK`);
    expect(status).toBe(0);
  });
});

describe('the file that was loaded', () => {
  const identified = (id: string) => serial(whole.toSpliced(5, 0, `> ${id}`));

  test.each(['build-id 04474e5521', 'srcversion ABC'])('is the one that was built: %s', (id) => {
    expect(judge(identified(id), { module: 'x\0srcversion=ABC\0\x04GNU!y' }).status).toBe(0);
  });

  test.each([
    ['build-id 04474e5522', 'the kernel loaded a module with another build ID than sample.ko has'],
    ['srcversion AB', 'the kernel loaded a module with srcversion AB, and sample.ko has another'],
  ])('is another one: %s', (id, reason) => {
    const { status, last } = judge(identified(id), { module: 'x\0srcversion=ABC\0\x04GNU!y' });
    expect(last).toBe(`sample: boot FAILED: ${reason}`);
    expect(status).toBe(1);
  });
});

describe('a boot that ends early', () => {
  test.each([
    ['during insmod', loading],
    ['after insmod', loaded],
    ['during scripts/exercise.sh', [...loaded, '> exercising']],
    ['during rmmod', [...loaded, '> unloading']],
    ['after rmmod', gone],
    ['during insmod, the second time', [...gone, '> loading']],
    ['after rmmod, the second time', twice],
  ])('is said to have ended %s', (when, log) => {
    expect(judge(serial(log)).last).toBe(`sample: boot FAILED: the kernel stopped ${when}; see boot.log`);
    const stopped = judge(serial(log), { stopped: true });
    expect(stopped.last).toBe(
      `sample: boot FAILED: it was stopped after 120 seconds (BOOT_TIMEOUT) ${when}; see boot.log`,
    );
    expect(stopped.status).toBe(1);
  });

  test('is not whole with the marks of another boot, or with an exercise that writes some', () => {
    const other = serial(whole).replaceAll(mark, 'boot-cafe');
    expect(judge(other).status).toBe(75);
    const pretended = [...loaded, '> exercising', ...whole.map((line) => line.replace('> ', '> exercise: '))];
    expect(judge(serial(pretended)).last).toContain('the kernel stopped during scripts/exercise.sh');
  });

  test.each([
    ['a panic of its kernel', 'Kernel panic - not syncing: no init found', 'Kernel panic - not syncing: no init found'],
    ['an end without a word', 'reboot: machine restart', 'its kernel stopped'],
  ])('is the machine’s trouble if it comes before the module is loaded: %s', (_, line, said) => {
    const { status, last } = judge(serial([...loading.slice(0, 2), line]));
    expect(last).toBe(`sample: the virtual machine failed before the module was loaded: ${said}`);
    expect(status).toBe(75);
  });

  test('is not tried again if the machine was too slow to load the module', () => {
    const { status, last } = judge(serial(loading.slice(0, 2)), { stopped: true });
    expect(last).toBe(
      'sample: boot FAILED: it was stopped after 120 seconds (BOOT_TIMEOUT) before the module was loaded; see boot.log',
    );
    expect(status).toBe(1);
  });
});

describe('what boot-init.sh found wrong', () => {
  test('is the reason, with what the kernel said of the module', () => {
    const log = [...loading, 'sample: Unknown symbol nothing (err -2)', "> FAILED: insmod failed: can't insert"];
    const { status, stdout, last } = judge(serial(log));
    expect(stdout).toBe('[    3.000000] sample: Unknown symbol nothing (err -2)\n');
    expect(last).toBe("sample: boot FAILED: insmod failed: can't insert");
    expect(status).toBe(1);
  });

  test('is shown with the module’s lines of the second time, if it was then', () => {
    const log = [...gone, '> loading', 'sample: it is there already', '> FAILED: insmod failed: File exists'];
    expect(judge(serial(log)).stdout).toContain('sample: it is there already\n');
  });

  test('names the exercise that expected something else, and what to do with it', () => {
    const log = [...loaded, '> exercising', '> exercise FAILED: the byte is 7', '> exercise FAILED: it ended'];
    expect(judge(serial(log)).last).toBe(
      'sample: boot FAILED: the byte is 7. scripts/exercise.sh expected something else of the module: change that file to what the module does now, or delete it, and make boot only loads and unloads the module',
    );
  });

  test.each([
    [128, 'D (it died of an oops or BUG)'],
    [512 + 16384, 'W (it warned), L (it locked up)'],
    [32, 'B (a bad page)'],
  ])('is a taint that nothing else explains: %i', (taint, named) => {
    const { status, last } = judge(serial(whole).replace('12288', `${12288 + taint}`));
    expect(last).toBe(`sample: boot FAILED: the kernel is tainted since the module was loaded: ${named}; see boot.log`);
    expect(status).toBe(1);
  });
});

/** In the words of kernels, architectures and debugging options that not every run boots. */
const reports = [
  'BUG: KASAN: slab-use-after-free in go+0x2e/0x40 [sample]',
  'BUG: sleeping function called from invalid context at include/linux/sched/mm.h:321',
  'BUG: scheduling while atomic: insmod/85/0x00000002',
  'BUG: workqueue leaked atomic, lock or RCU: kworker/0:1[9]',
  'BUG: spinlock bad magic on CPU#0, insmod/85',
  'BUG: Bad page state in process insmod  pfn:1f00d',
  'BUG: KFENCE: use-after-free read in go+0x2e/0x40 [sample]',
  'BUG kmalloc-64 (Tainted: G           OE     ): Poison overwritten',
  '[ BUG: Invalid wait context ]',
  'WARNING: possible recursive locking detected',
  'WARNING: possible circular locking dependency detected',
  'WARNING: bad unlock balance detected!',
  'INFO: trying to register non-static key.',
  'INFO: task insmod:85 blocked for more than 15 seconds.',
  'rcu: INFO: rcu_preempt self-detected stall on CPU',
  'rcu: INFO: rcu_sched detected expedited stalls on CPUs/tasks: { 0-... } 5 jiffies s: 1 root: 0x1/.',
  'INFO: rcu_sched detected stalls on CPUs/tasks:',
  'watchdog: BUG: soft lockup - CPU#0 stuck for 8s! [insmod:85]',
  'watchdog: Watchdog detected hard LOCKUP on cpu 0',
  'NMI watchdog: Watchdog detected hard LOCKUP on cpu 0',
  'watchdog: CPU0: Watchdog detected hard LOCKUP on cpu 1',
  'refcount_t: underflow; use-after-free.',
  'UBSAN: array-index-out-of-bounds in src/extra.c:7:3',
  "sysfs: cannot create duplicate filename '/devices/virtual/misc/sample'",
  "kobject: kobject_add_internal failed for sample with -EEXIST, don't try to register things with the same name",
  'kmemleak: 64 new suspected memory leaks (see /sys/kernel/debug/kmemleak)',
  'kmem_cache_destroy sample: Slab cache still has objects',
  'list_add corruption. prev->next should be next (c0, c1), but was c2.',
  'unregister_netdevice: waiting for sample0 to become free. Usage count = 1',
  "do_init_module: 'sample'->init suspiciously returned 1, it should follow 0/-E convention",
  "debugfs: Directory 'sample' with parent '/' already present!",
  "debugfs: 'sample' already exists in '/'",
  'divide error: 0000 [#1] PREEMPT SMP NOPTI',
  'Oops: divide error: 0000 [#1] SMP NOPTI',
  'invalid opcode: 0000 [#1] PREEMPT SMP',
  'general protection fault, probably for non-canonical address 0x6b6b6b6b6b6b6b6b: 0000 [#1]',
  'int3: 0000 [#1] PREEMPT SMP',
  'Kernel bug detected[#1]:',
  'kernel BUG at kernel/shim.c:71!',
  'Internal error: Oops - BUG: 0 [#1] SMP ARM',
  'Oops - BUG[#1]:',
  'Oops[#1]:',
  'Oops: Kernel access of bad area, sig: 11 [#1]',
  'illegal operation: 0001 ilc:1 [#1] SMP',
  'fixpoint divide exception: 0009 ilc:1 [#1] SMP',
  'Unable to handle kernel NULL pointer dereference at virtual address 0000000000000040',
  'CPU 0 Unable to handle kernel paging request at virtual address 0000000000000000, era == 0, ra == 0',
  'Unhandled fault: page domain fault (0x81b) at 0x00000040',
  'traps: PANIC: double fault, error_code: 0x0',
  'irq 11: nobody cared (try booting with the "irqpoll" option)',
  'Kernel panic - not syncing: on purpose',
];

describe('trouble that the kernel reports', () => {
  test.each(reports)('is the headline: %s', (line) => {
    const { status, last } = judge(serial(whole.toSpliced(4, 0, line)));
    expect(last).toMatch(/, during insmod; boot\.log has all of it$/);
    expect(last).toContain(`sample: boot FAILED: ${line.replace(/ *\[#1\].*| \(see .*/, '').replace(/[.!:]$/, '')}`);
    expect(status).toBe(1);
  });

  test('comes before all that follows from it', () => {
    const log = [...loaded, 'BUG: unable to handle page fault', '> FAILED: rmmod failed', 'WARNING: later'];
    expect(judge(serial(log)).last).toContain('boot FAILED: BUG: unable to handle page fault, after insmod;');
  });

  test('counts to the very end of the log', () => {
    expect(judge(serial([...whole, 'kernel BUG at kernel/reboot.c:1!'])).last).toContain('boot FAILED: kernel BUG at');
  });

  test('is a panic in Rust with its message, which stands on the next lines', () => {
    const lines = ['rust_kernel: panicked at sample.rs:29:9:', 'assertion failed', '  left: 1', '-[ cut here ]-'];
    const { last } = judge(serial([...loading, ...lines, 'kernel BUG at rust/helpers/bug.c:7!']));
    expect(last).toContain(
      'boot FAILED: Rust panic: panicked at sample.rs:29:9: assertion failed   left: 1, during insmod',
    );
  });

  test('is a warning with its text', () => {
    const lines = ['------------[ cut here ]------------', 'a value of 7 is odd', 'WARNING: CPU: 0 PID: 66 at a.c:1'];
    expect(judge(serial([...loading, ...lines])).last).toContain('boot FAILED: WARNING: a value of 7 is odd,');
  });

  test('is a warning without a text, as newer kernels write it', () => {
    const lines = [
      '------------[ cut here ]------------',
      'WARNING: a.rs:23 at go+0x10/0x30 [sample], CPU#1: insmod/114',
    ];
    expect(judge(serial([...loading, ...lines])).last).toContain(
      'boot FAILED: WARNING: a.rs:23 at go+0x10/0x30 [sample], at go+0x10, during insmod',
    );
  });

  test('is memory that was not freed, with who allocated it', () => {
    const lines = ['> leak: unreferenced object 0xff45 (size 64):', '> leak:   backtrace (crc 0):'];
    const found = ['kmemleak: 2 new suspected memory leaks (see /sys/kernel/debug/kmemleak)', ...lines];
    const log = [...twice, ...found, '> leak:     go+0x1c/0x40 [sample]', '> finished', '> tainted 0 12288'];
    const { last, report } = judge(serial(log));
    expect(last).toBe(
      'sample: boot FAILED: kmemleak: 2 new suspected memory leaks, at go+0x1b, after rmmod, the second time; boot.log has all of it',
    );
    expect(report).toContain('unreferenced object 0xff45 (size 64)');
  });

  test('is not memory that the kernel had lost before', () => {
    const lost = 'kmemleak: 1 new suspected memory leaks (see /sys/kernel/debug/kmemleak)';
    expect(judge(serial(whole.toSpliced(2, 0, lost))).status).toBe(0);
  });

  test('is what did not end, with where it was', () => {
    const lines = ['> FAILED: insmod did not end within 30 seconds', '> stack: [<0>] go+0x11/0x40 [sample]'];
    expect(judge(serial([...loading, ...lines])).last).toBe(
      'sample: boot FAILED: insmod did not end within 30 seconds, at go+0x10, during insmod; boot.log has all of it',
    );
  });
});
