import { describe, expect, it } from 'vitest';
import type { RustcFact } from '../../../src/model/facts.ts';
import { facts, rustc, rustTree, rustupRustc, target } from '../facts.ts';

function fates(rustcs: RustcFact[], kernels = facts().kernels): [string[], string | null][] {
  return target(facts({ rustcs, kernels })).toolchains.map(({ chosenFor, passedOver }) => [chosenFor, passedOver]);
}

describe('for freestanding modules', () => {
  it.each<[string, Partial<RustcFact>]>([
    ['did not answer within 5 s', { outcome: 'timeout', version: null }],
    [
      'failed when asked for its version: "No version is set"',
      { outcome: 'crash', version: null, line: 'No version is set' },
    ],
    ['did not answer with a version when asked for it', { outcome: 'garbage', version: null, line: '' }],
    ['cannot be started', { outcome: 'not-runnable', version: null }],
    ['was not found', { outcome: 'missing', version: null }],
    ['below 1.85.0', { version: '1.63.0' }],
    ['no library source in its sysroot', { librarySource: null, librarySourceVersion: null }],
    ['the library source in its sysroot is of 1.95.0', { librarySourceVersion: '1.95.0' }],
    ['its LLVM has no X86 back end', { llvmBackend: false }],
  ])('a rustc is passed over: %s', (reason, overrides) => {
    expect(fates([rustc(overrides), rustc()])).toEqual([
      [[], reason],
      [['freestanding'], null],
    ]);
  });

  it('the floor itself will do', () => {
    expect(fates([rustc({ version: '1.85.0', librarySourceVersion: '1.85.0' })])).toEqual([[['freestanding'], null]]);
  });

  it('s390x asks for a newer one', () => {
    const observed = facts({ rustcs: [rustc({ version: '1.95.0', librarySourceVersion: '1.95.0' }), rustc()] });
    expect(target(observed, 's390x').toolchains.map(({ passedOver }) => passedOver)).toEqual(['below 1.96.0', null]);
  });

  it('library source in its own sysroot that does not say its version is taken for its own', () => {
    expect(fates([rustc({ librarySourceVersion: null })])).toEqual([[['freestanding'], null]]);
  });

  it('the first that will do is chosen', () => {
    expect(fates([rustupRustc(), rustc(), rustc({ path: '/opt/rustc' })])).toEqual([
      [[], 'no library source in its sysroot'],
      [['freestanding'], null],
      [[], 'another one comes first'],
    ]);
  });

  it('the one that RUSTC names counts alone, right or wrong, since make follows it', () => {
    expect(fates([rustc({ origin: 'environment', path: '/opt/rustc' }), rustc()])).toEqual([
      [['freestanding'], null],
      [[], 'RUSTC names another one'],
    ]);
    expect(fates([rustupRustc({ origin: 'environment' }), rustc()])).toEqual([
      [[], 'no library source in its sysroot'],
      [[], 'RUSTC names another one'],
    ]);
  });
});

describe('for Rust for Linux', () => {
  it('only the very build that built the kernel is chosen, not another of the same number', () => {
    const lookalike = rustc({ path: '/opt/rustc', line: 'rustc 1.96.0 (ac68faa20 2026-05-25)', librarySource: null });
    expect(fates([lookalike, rustc()], [rustTree()])).toEqual([
      [[], "no library source in its sysroot, and not the rustc that built the kernel's Rust parts"],
      [['freestanding', 'rust-for-linux'], null],
    ]);
  });

  it('each flavour may get another one', () => {
    const own = rustupRustc();
    const metadata = { ...rustTree().metadata, rustc: own.line };
    expect(fates([own, rustc()], [rustTree({ metadata })])).toEqual([
      [['rust-for-linux'], null],
      [['freestanding'], null],
    ]);
  });

  it('none is chosen on a kernel without CONFIG_RUST', () => {
    expect(fates([rustc()]).flatMap(([chosenFor]) => chosenFor)).toEqual(['freestanding']);
  });
});
