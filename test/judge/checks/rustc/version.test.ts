import { describe, expect, it } from 'vitest';
import { rustcVersion } from '../../../../src/judge/checks/rustc/version.ts';
import { kernelFacts, rustc, rustupRustc, source } from '../../facts.ts';
import { judgeForKernel as judge } from '../../judging.ts';

const old = rustc({ version: '1.75.0', line: 'rustc 1.75.0 (82e1608df 2023-12-21)' });

it('passes with a rustc that make takes by itself', () => {
  expect(judge(rustcVersion, kernelFacts())).toMatchObject({ status: 'ok', goals: ['kernel'] });
});

it('offers the packages of it and of its source where there is none', () => {
  const finding = judge(rustcVersion, kernelFacts({ rustcs: [] }));
  expect(finding).toMatchObject({ status: 'fail', found: 'rustc is not installed' });
  expect(finding.remedies.flatMap(({ packages }) => packages)).toEqual(['rustc-web', 'rust-web-src']);
});

it.each([
  ['not-runnable', 'crash'],
  ['crash', 'crash'],
  ['garbage', 'crash'],
  ['timeout', 'timeout'],
] as const)('a rustc that ends in %s is a %s', (outcome, status) => {
  expect(judge(rustcVersion, kernelFacts({ rustcs: [rustc({ outcome, version: null })] })).status).toBe(status);
});

describe('one that is too old', () => {
  it("is measured by the tree's own script, which is named", () => {
    const kernels = [source({ minimumTools: { rustc: '1.97.0' } })];
    expect(judge(rustcVersion, kernelFacts({ kernels })).needed).toBe(
      'at least 1.97.0, which scripts/min-tool-version.sh of /home/user/linux asks for',
    );
  });

  it('is measured by the table where the tree has no script', () => {
    const finding = judge(rustcVersion, kernelFacts({ rustcs: [old] }));
    expect(finding).toMatchObject({ status: 'fail', needed: 'at least 1.85.0, which the kernel 7.3.4 asks for' });
  });

  it('can be joined by a newer one from packages', () => {
    const finding = judge(rustcVersion, kernelFacts({ rustcs: [old] }));
    expect(finding.remedies.flatMap(({ packages }) => packages)).toEqual(['rustc-web', 'rust-web-src']);
  });

  it('gives way to a newer one here that make must be told of', () => {
    const newer = rustc({ path: '/usr/bin/rustc-1.85', version: '1.85.1' });
    expect(judge(rustcVersion, kernelFacts({ rustcs: [old, newer] }))).toMatchObject({
      status: 'warn',
      found:
        'make by itself takes /usr/bin/rustc, version 1.75.0, which will not do; rustc 1.85.1 (/usr/bin/rustc-1.85) will',
      needed: '"make RUSTC=/usr/bin/rustc-1.85 HOSTRUSTC=/usr/bin/rustc-1.85" instead of "make"',
    });
  });
});

it("tells make of rustup's where there is none on PATH", () => {
  const own = rustupRustc({ origin: 'rustup', librarySource: '/l', librarySourceVersion: '1.95.0' });
  expect(judge(rustcVersion, kernelFacts({ rustcs: [own] }))).toMatchObject({
    status: 'warn',
    found: expect.stringContaining('make by itself finds no rustc on PATH'),
  });
});

it('follows RUSTC though it is wrong, and another would do', () => {
  const named = rustc({ ...old, origin: 'environment', path: '/opt/rustc' });
  const finding = judge(rustcVersion, kernelFacts({ environment: { RUSTC: '/opt/rustc' }, rustcs: [named, rustc()] }));
  expect(finding).toMatchObject({ status: 'fail', found: 'rustc (/opt/rustc) is version 1.75.0' });
  expect(finding.remedies[0]?.text).toContain('RUSTC names /opt/rustc');
});

it.each([
  ['6.1.192', 'fail'],
  ['6.10.14', 'fail'],
  ['6.12.107', 'ok'],
])('a newer one than the kernel %s was made for: %s', (version, status) => {
  expect(judge(rustcVersion, kernelFacts({ kernels: [source({ version })] })).status).toBe(status);
});

it('names the version that an old kernel wants, and how to get it', () => {
  const finding = judge(rustcVersion, kernelFacts({ kernels: [source({ version: '6.1.192' })] }));
  expect(finding.needed).toBe('exactly 1.62.0, the only version that the kernel 6.1.192 was made for');
  expect(finding.remedies[0]?.text).toContain('rustup toolchain install 1.62.0');
});

it('prefers the exact version for an old kernel', () => {
  const exact = rustc({ path: '/opt/rustc', version: '1.62.0' });
  const kernels = [source({ version: '6.1.192' })];
  const finding = judge(rustcVersion, kernelFacts({ kernels, rustcs: [rustc(), exact] }));
  expect(finding).toMatchObject({
    status: 'warn',
    needed: expect.stringContaining('make RUSTC=/opt/rustc HOSTRUSTC='),
  });
});

it('says what compiles the programs of the build when RUSTC is set and there is no plain rustc', () => {
  const named = rustc({ origin: 'environment', path: '/usr/bin/rustc-1.96' });
  const finding = judge(rustcVersion, kernelFacts({ environment: { RUSTC: 'rustc-1.96' }, rustcs: [named] }));
  expect(finding).toMatchObject({
    status: 'warn',
    needed: '"make RUSTC=rustc-1.96 HOSTRUSTC=/usr/bin/rustc-1.96" instead of "make"',
  });
});

it('has nothing to add when RUSTC names the plain rustc', () => {
  const named = rustc({ origin: 'environment', path: '/usr/bin/rustc', isPlain: true });
  expect(judge(rustcVersion, kernelFacts({ environment: { RUSTC: 'rustc' }, rustcs: [named] })).status).toBe('ok');
});

it('more is asked of the architectures that came late', () => {
  const rustcs = [rustc({ version: '1.90.0' })];
  expect(judge(rustcVersion, kernelFacts({ rustcs }), 's390x').needed).toContain('1.96.0');
  expect(judge(rustcVersion, kernelFacts({ rustcs }), 'ppc64le').needed).toContain('1.95.0');
  expect(judge(rustcVersion, kernelFacts({ rustcs })).status).toBe('ok');
});

it('refuses a command of several words, as the check of the kernel does', () => {
  const words = 'rustup run 1.96.0 rustc';
  const named = rustc({ origin: 'environment', path: words });
  const finding = judge(rustcVersion, kernelFacts({ environment: { RUSTC: words }, rustcs: [named] }));
  expect(finding).toMatchObject({ status: 'fail', found: expect.stringContaining(`RUSTC is "${words}"`) });
});
