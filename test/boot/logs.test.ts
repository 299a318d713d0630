import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judge, mark } from './judge.ts';

// Logs of real boots: modules that were broken on purpose, in Debian 12's 6.1 and in 7.3 (crate-panic and left-work).

const logs = join(import.meta.dirname, 'logs');

/** Of each log the module's name, and the last line without what all have. */
const headlines: Record<string, [name: string, headline: string]> = {
  'null-pointer': [
    'b_null',
    'BUG: kernel NULL pointer dereference, address: 0000000000000040, at rust_init+0x224, during insmod',
  ],
  'rust-panic': [
    'b_panic',
    'Rust panic: panicked at src/lib.rs:13:43: index out of bounds: the len is 3 but the index is 16, during insmod',
  ],
  'crate-panic': [
    'r_panic',
    'Rust panic: panicked at r_panic.rs:23:106: index out of bounds: the len is 3 but the index is 7, during insmod',
  ],
  'spinlock-twice': [
    'b_spin',
    'watchdog: BUG: soft lockup - CPU#0 stuck for 11s! [insmod:99], at go+0x1c, during insmod',
  ],
  'mutex-twice': ['k_mutex', 'INFO: task insmod:98 blocked for more than 15 seconds, at go+0x1c, during insmod'],
  'interrupts-off': ['k_irqoff', 'rcu: INFO: rcu_preempt detected stalls on CPUs/tasks, at go+0x1c, during insmod'],
  'endless-loop': ['k_loop', 'insmod did not end within 30 seconds, at go+0xa, during insmod'],
  refcount: ['k_refcount', 'WARNING: refcount_t: decrement hit 0; leaking memory, at go+0x59, during insmod'],
  'left-device': [
    'k_misc',
    "sysfs: cannot create duplicate filename '/devices/virtual/misc/k_misc', at rust_init+0x71, during insmod, the second time",
  ],
  'left-thread': ['k_kthread', 'BUG: unable to handle page fault for address: ffffffffc055346f, after rmmod'],
  'left-work': [
    'r_work',
    'BUG: unable to handle page fault for address: ffffffffc0600010, after rmmod, the second time',
  ],
};

test('there is a headline for each log', () => {
  const files = readdirSync(logs).map((file) => file.replace('.log', ''));
  expect(files.sort()).toEqual(Object.keys(headlines).sort());
});

test.each(Object.entries(headlines))('%s is named by its cause', (file, [name, headline]) => {
  const log = readFileSync(join(logs, `${file}.log`), 'utf8').replaceAll('MARK', mark);
  const { status, last, report } = judge((folder) => log.replaceAll('FOLDER', folder), { name });
  expect(last).toBe(`${name}: boot FAILED: ${headline}; boot.log has all of it`);
  // The whole report comes before it, without the frames that are guesses.
  expect(report.split('\n').length).toBeGreaterThan(8);
  expect(report).not.toContain('] ? ');
  expect(status).toBe(1);
});
