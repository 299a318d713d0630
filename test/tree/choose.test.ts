import { describe, expect, test } from 'vitest';
import type { Facts } from '../../src/model/facts.ts';
import { chooseKernel, chooseMeans } from '../../src/tree/choose.ts';
import { bindgen, rustc, rustTree, stockFacts, stockHeaders, target, tool, tree } from '../judge/facts.ts';

const kernelOf = (observed: Facts) => chooseKernel(observed, target(observed));
const meansOf = (observed: Facts) => chooseMeans(observed, target(observed));
const headers = '/lib/modules/7.3.4+deb13-amd64/build';
const release = '7.3.4+deb13-amd64';

describe('the kernel that a tree is made of', () => {
  test('is the one that the probe chooses', () => {
    expect(kernelOf(stockFacts())).toEqual({ release, headers });
  });

  test('is that of the headers, where a tree was made for them already', () => {
    const made = { dir: '/home/user/tree', headers: '/usr/src/headers', broken: null, changed: [] };
    const there = stockHeaders({ dir: made.dir, made, metadata: rustTree().metadata });
    expect(kernelOf(stockFacts({ kernels: [there] })).headers).toBe('/usr/src/headers');
  });

  test.each<[string, Partial<Facts>, RegExp]>([
    ['no headers', { kernels: [] }, /^No tree can be made yet:\n.*headers/s],
    [
      'a kernel without Rust',
      { kernels: [tree()] },
      /built without CONFIG_RUST.*needed: a kernel built with CONFIG_RUST=y/s,
    ],
    [
      'headers that hold the metadata',
      { kernels: [stockHeaders({ metadata: rustTree().metadata })] },
      /holds its Rust metadata already: modules are built against it with --kdir/,
    ],
    ['a full source', { kernels: [stockHeaders({ state: 'source' })] }, /is a full kernel source/],
  ])('is none where there is %s', (_what, overrides, words) => {
    expect(() => kernelOf(stockFacts(overrides))).toThrow(words);
  });
});

describe('the means of making a tree', () => {
  test('are the kernel’s own rustc, bindgen and C compiler, and its source package', () => {
    expect(meansOf(stockFacts())).toEqual({
      architecture: 'x86_64',
      rustc: { path: '/usr/bin/rustc', line: 'rustc 1.85.1 (4eb161250 2025-03-15) (built from a source tarball)' },
      bindgen: { path: '/usr/bin/bindgen', line: '/usr/bin/bindgen 0.71.1' },
      cc: 'gcc-14',
      hostCc: 'gcc-14',
      cross: [],
      sourcePackage: 'linux-source-7.3',
    });
  });

  test('take the C compiler by the name that the configuration gives it, where it goes by that', () => {
    const gccs = [tool('/usr/bin/gcc-14', '14.2.0'), tool('/usr/bin/x86_64-linux-gnu-gcc-14', '14.2.0')];
    expect(meansOf(stockFacts({ gccs })).cc).toBe('x86_64-linux-gnu-gcc-14');
  });

  test('for another architecture are its cross compiler, and this machine’s own for what runs here', () => {
    const config = { CONFIG_X86_64: 'n', CONFIG_ARM64: 'y' };
    const compiler = 'aarch64-linux-gnu-gcc-14 (Debian 14.2.0-19) 14.2.0';
    const kernels = [stockHeaders({ release: '7.3.4+deb13-arm64', config, compiler })];
    const gccs = [tool('/usr/bin/gcc-14', '14.2.0'), tool('/usr/bin/aarch64-linux-gnu-gcc-14', '14.2.0')];
    const observed = stockFacts({ kernels, gccs });
    expect(chooseMeans(observed, target(observed, 'arm64'))).toMatchObject({
      architecture: 'arm64',
      cc: 'aarch64-linux-gnu-gcc-14',
      hostCc: 'gcc-14',
      cross: ['ARCH=arm64', 'CROSS_COMPILE=aarch64-linux-gnu-'],
    });
    const without = stockFacts({ kernels });
    expect(() => chooseMeans(without, target(without, 'arm64'))).toThrow(
      /aarch64-linux-gnu-gcc-14 is not installed.*gcc-14-aarch64-linux-gnu/s,
    );
  });

  test('are refused all at once, with the commands that bring what is missing', () => {
    const { host } = stockFacts();
    const poor = { ...host, packages: host.packages.filter((name) => !['make', 'libc6-dev'].includes(name)) };
    const observed = stockFacts({ host: poor, rustcs: [], bindgens: [], make: null });
    expect(() => meansOf(observed)).toThrow(
      /make is not installed.*apt-get install [^\n]* rustc make rust-src bindgen libc6-dev$/s,
    );
  });

  test.each<[string, Partial<Facts>, RegExp]>([
    ['another rustc', { rustcs: [rustc()] }, /no rustc here is the one that built.*needed: "rustc 1\.85\.1/s],
    ['another bindgen', { bindgens: [bindgen('0.72.1')] }, /bindgen 0\.71\.1.*is version 0\.72\.1/],
    [
      'a kernel of one’s own',
      { kernels: [stockHeaders({ release: '7.3.4-mine' })] },
      /7\.3\.4-mine is none that it knows/,
    ],
  ])('are none with %s', (_what, overrides, words) => {
    expect(() => meansOf(stockFacts(overrides))).toThrow(words);
  });
});
