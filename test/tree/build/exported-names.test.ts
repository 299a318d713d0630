import { describe, expect, test } from 'vitest';
import { compareNames } from '../../../src/tree/build/exported-names.ts';

const line = (name: string, module = 'vmlinux') => `0x00000000\t${name}\t${module}\tEXPORT_SYMBOL_GPL\t\n`;
const rule = (name: string) => `EXPORT_SYMBOL_RUST_GPL(${name});\n`;
const [core, helper] = ['_RNvMNtCs7UUmMWbzIcI_4core3num', 'rust_helper_mutex_lock'];

describe('the names that a build of rust/ exports, and those of the distribution’s kernel', () => {
  test('are the same where every file of exports is counted, and C’s own exports are not', () => {
    const symvers = line('printk') + line(core) + line(helper);
    expect(compareNames([rule(core), rule(helper)], symvers)).toEqual({ missing: [], surplus: [] });
  });

  test('differ in what the build lacks, and in what the kernel lacks', () => {
    expect(compareNames([rule(`${core}x`)], line(core) + line(helper))).toEqual({
      missing: [core, helper],
      surplus: [`${core}x`],
    });
  });

  test('include those of no pattern that the build has', () => {
    expect(compareNames([rule('rust_begin_unwind')], line('rust_begin_unwind')).surplus).toEqual([]);
    expect(compareNames([rule('rust_begin_unwind')], line('printk')).surplus).toEqual(['rust_begin_unwind']);
  });

  test('leave out what a module exports', () => {
    expect(compareNames([rule(core)], line(core) + line(`${core}y`, 'drivers/gpu/nova/nova'))).toEqual({
      missing: [],
      surplus: [],
    });
  });
});
