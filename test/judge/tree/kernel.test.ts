import { describe, expect, it } from 'vitest';
import { expectedKernel, installedKernel } from '../../../src/judge/tree/kernel.ts';
import { findDistribution } from '../../../src/knowledge/distributions/distributions.ts';
import { architecture, host, rustTree, tree } from '../facts.ts';

const debian = findDistribution(host().distribution);

describe('the C compiler a kernel asks for', () => {
  it.each([
    ['gcc-12 (Debian 12.2.0-14+deb12u1) 12.2.0', 'gcc-12'],
    ['x86_64-linux-gnu-gcc-14 (Debian 14.2.0-19) 14.2.0', 'gcc-14'],
    ['gcc (GCC) 14.2.1 20240912 (Red Hat 14.2.1-3)', 'gcc'],
    ['Debian clang version 19.1.7 (3+b1)', 'clang'],
    [null, 'gcc'],
  ])('is read off %s', (compiler, name) => {
    expect(installedKernel(tree({ compiler }), debian).compiler.name).toBe(name);
  });

  it("is pinned to its version by Debian's headers, but not by a source of one's own", () => {
    expect(installedKernel(tree(), debian).compiler.pinned).toBe(true);
    expect(installedKernel(tree({ state: 'source' }), debian).compiler.pinned).toBe(false);
    expect(installedKernel(tree(), null).compiler.pinned).toBe(false);
  });
});

it('trusts the Rust metadata before the configuration on which rustc built the kernel', () => {
  const config = { CONFIG_RUSTC_VERSION_TEXT: 'rustc of the configuration' };
  const metadata = { rmeta: [], so: [], targetSpec: false, rustc: null };
  expect(installedKernel(rustTree({ config }), debian).rustcLine).toContain('rustc 1.96.0');
  expect(installedKernel(rustTree({ config, metadata }), debian).rustcLine).toBe('rustc of the configuration');
});

describe('a kernel that is still to be installed', () => {
  const row = debian ?? expect.fail('Debian 12 is not in the table');

  it('is judged by the rules of the newest kernel known where it moves on with every update', () => {
    const rolling = { ...row, title: 'Rolling', kernel: { line: null, rust: null, compiler: 'gcc' } };
    expect(expectedKernel(rolling, architecture())).toMatchObject({
      release: '7.3',
      title: "Rolling's kernel",
      rust: null,
      tree: null,
    });
  });

  it('has no Rust on the architectures that are built without', () => {
    const some = { ...row, kernel: { line: '7.2', rust: true, withoutRust: ['s390x'], compiler: 'gcc-16' } };
    expect(expectedKernel(some, architecture('arm64'))?.rust).toBe(true);
    expect(expectedKernel(some, architecture('s390x'))?.rust).toBe(false);
  });

  it('is none where no package of headers brings one', () => {
    expect(expectedKernel({ ...row, kernel: null }, architecture())).toBeNull();
  });
});
