import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/model/usage-error.ts';
import { renderConfigMk } from '../../src/scaffold/config-mk.ts';
import { readAssignments } from './lexers/make.ts';
import { nasties } from './odd-texts.ts';

describe('config.mk', () => {
  test('assigns what was chosen, so that the environment and the command line win', () => {
    const text = renderConfigMk({
      kdir: '/usr/src/linux-headers-6.1.0-56-amd64',
      rustc: '/usr/bin/rustc',
      rustLibSrc: '/usr/lib/rust',
    });
    expect(text.split('\n').filter((line) => !line.startsWith('#'))).toEqual([
      'KDIR ?= /usr/src/linux-headers-6.1.0-56-amd64',
      'RUSTC ?= /usr/bin/rustc',
      'RUST_LIB_SRC ?= /usr/lib/rust',
      '',
    ]);
  });

  test.each([
    [{ arch: 'arm64' }, '# To choose again: kernel-rust-module configure --arch ARCH'],
    [{}, '# To choose again: kernel-rust-module configure'],
  ])('tells how to choose for the same machine or another again: %j', (config, line) => {
    expect(renderConfigMk(config).split('\n')).toContain(line);
  });

  test('says nothing about what was not chosen', () => {
    const text = renderConfigMk({ kdir: null, arch: 'arm64', crossCompile: 'aarch64-linux-gnu-', llvm: '-19' });
    expect(readAssignments(text)).toEqual(
      new Map([
        ['ARCH', 'arm64'],
        ['CROSS_COMPILE', 'aarch64-linux-gnu-'],
        ['LLVM', '-19'],
      ]),
    );
  });

  test.each([
    ['/tmp/my kernel', 'has a space in its path'],
    ['/tmp/a:b', 'has a colon in its path'],
    ['/tmp/a\nall:;reboot', String.raw`has "\n" in its path`],
    ['/tmp/$(shell reboot)', 'has "$" in its path'],
    ['/tmp/a#b', 'has "#" in its path'],
    ['/tmp/a;reboot', 'has ";" in its path'],
    ["/tmp/o'brien", `has "'" in its path`],
    ['/tmp/a\\', String.raw`has "\\" in its path`],
  ])('refuses %j, where Kbuild cannot build', (kdir, reason) => {
    const refusal = () => renderConfigMk({ kdir });
    expect(refusal).toThrow(UsageError);
    expect(refusal).toThrow(reason);
    expect(refusal).toThrow(/^The kernel tree [^\n]*\.$/);
  });

  test('a compiler may be a command of several words, each of which Kbuild can build with', () => {
    expect(renderConfigMk({ rustc: 'rustup run 1.96.0 rustc' })).toContain('\nRUSTC ?= rustup run 1.96.0 rustc\n');
    expect(() => renderConfigMk({ rustc: 'sccache $(reboot)' })).toThrow('has "$" in its path');
    expect(() => renderConfigMk({ rustc: '/opt/rustc ' })).toThrow('has a space in its path');
  });

  test('is read by make and the shell as the very paths that were chosen, or refused', () => {
    const path = fc
      .array(
        fc.oneof(
          fc.constantFrom('a', '/', '.', '-', ...'!+=@[]^_{}~é', ...nasties),
          fc.string({ unit: 'binary', maxLength: 4 }),
        ),
      )
      .map((parts) => `/${parts.join('')}`);
    let accepted = 0;
    fc.assert(
      fc.property(path, path, (kdir, rustLibSrc) => {
        let text: string;
        try {
          text = renderConfigMk({ kdir, rustLibSrc });
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
          return;
        }
        accepted++;
        expect(readAssignments(text)).toEqual(
          new Map([
            ['KDIR', kdir],
            ['RUST_LIB_SRC', rustLibSrc],
          ]),
        );
      }),
      { numRuns: 2000 },
    );
    expect(accepted).toBeGreaterThan(20);
  });
});
