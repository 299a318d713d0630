import { describe, expect, it } from 'vitest';
import { rustcCoreSource } from '../../../../src/judge/checks/rustc/core-source.ts';
import { kernelFacts, rustc, rustupRustc } from '../../facts.ts';
import { judgeForKernel as judge } from '../../judging.ts';

const bare = rustc({ librarySource: null, librarySourceVersion: null });

it('passes with the source of the very version', () => {
  expect(judge(rustcCoreSource, kernelFacts()).found).toBe(
    'the source of core is in /usr/lib/rustlib/src/rust/library',
  );
});

it('fails without, naming where the kernel looks for it, and offers the pair', () => {
  const finding = judge(rustcCoreSource, kernelFacts({ rustcs: [bare] }));
  expect(finding).toMatchObject({
    status: 'fail',
    found: 'there is no source of core at /usr/lib/rustlib/src/rust/library',
  });
  expect(finding.remedies.flatMap(({ packages }) => packages)).toEqual(['rustc-web', 'rust-web-src']);
});

describe('RUST_LIB_SRC', () => {
  it('takes the place of the sysroot, also for a rustc that is not the first', () => {
    const first = rustc({ version: '1.63.0', librarySource: '/src/library', librarySourceVersion: '1.96.0' });
    const second = rustc({ path: '/opt/rustc', librarySource: null, librarySourceVersion: null });
    const environment = { RUST_LIB_SRC: '/src/library' };
    expect(judge(rustcCoreSource, kernelFacts({ environment, rustcs: [first, second] })).found).toContain(
      '/src/library',
    );
  });

  it('is to be mended where it is wrong', () => {
    const finding = judge(rustcCoreSource, kernelFacts({ environment: { RUST_LIB_SRC: '/nowhere' }, rustcs: [bare] }));
    expect(finding.found).toBe('there is no source of core at /nowhere');
    expect(finding.remedies[0]?.text).toContain('RUST_LIB_SRC');
  });
});

describe('--sysroot in KRUSTFLAGS', () => {
  it.each(['--sysroot=missing', '-O --sysroot missing'])('moves where it is looked for: %s', (KRUSTFLAGS) => {
    expect(judge(rustcCoreSource, kernelFacts({ environment: { KRUSTFLAGS } }))).toMatchObject({
      status: 'fail',
      found: 'there is no source of core at missing/lib/rustlib/src/rust/library',
    });
  });

  it('may name the sysroot of another rustc here', () => {
    const other = rustupRustc({ sysroot: '/opt/rust', librarySource: '/opt/library', librarySourceVersion: '1.96.0' });
    const environment = { KRUSTFLAGS: '--sysroot=/opt/rust' };
    expect(judge(rustcCoreSource, kernelFacts({ environment, rustcs: [rustc(), other] })).found).toContain(
      '/opt/library',
    );
  });
});

it.each([
  ['1.95.0', 'fail'],
  ['1.96.1', 'warn'],
  [null, 'ok'],
])('with source of %s for rustc 1.96.0: %s', (librarySourceVersion, status) => {
  expect(judge(rustcCoreSource, kernelFacts({ rustcs: [rustc({ librarySourceVersion })] })).status).toBe(status);
});

it('skips where no rustc answers', () => {
  expect(judge(rustcCoreSource, kernelFacts({ rustcs: [] })).found).toContain('rustc.version');
  const rustcs = [rustc({ outcome: 'crash', version: null })];
  expect(judge(rustcCoreSource, kernelFacts({ rustcs })).status).toBe('skip');
});
