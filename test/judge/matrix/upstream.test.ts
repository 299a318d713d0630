import { describe, expect, it } from 'vitest';
import { judgeUpstream } from '../../../src/judge/matrix/upstream.ts';
import { haveRust, row } from '../matrix-facts.ts';

describe('by the tables', () => {
  it.each([
    ['arm64', '6.9', ['CONFIG_CPU_LITTLE_ENDIAN on'], '1.85.0'],
    ['riscv64', '6.10', ['CONFIG_64BIT on', 'LLVM=1'], '1.85.0'],
    ['s390x', '7.2', ['CONFIG_EXPOLINE off'], '1.96.0'],
    ['ppc64le', '7.3', ['CONFIG_CPU_LITTLE_ENDIAN on'], '1.95.0'],
    ['ppc32', '7.3', [], '1.95.0'],
    ['um', '6.8', [], '1.85.0'],
  ])('kernels for %s can have Rust from %s on', (name, from, conditions, minimumRustc) => {
    const { upstream, cell } = judgeUpstream(row(name), null);
    expect(upstream).toMatchObject({ from, conditions, minimumRustc, kernel: null });
    expect(cell).toMatchObject({ status: 'yes', shown: `${from}+` });
  });

  it.each(['i386', 'mips64el', 'ppc64', 'riscv32', 'm68k', 'sh'])('no kernel for %s can', (name) => {
    const { upstream, cell } = judgeUpstream(row(name), null);
    expect(upstream).toMatchObject({ from: null, minimumRustc: null });
    expect(cell).toMatchObject({ status: 'no', shown: 'no', reason: expect.stringContaining(`on ${name}`) });
  });

  it('says what more is known', () => {
    expect(judgeUpstream(row('i386'), null).cell.reason).toContain('only as a user-mode kernel (um)');
    expect(judgeUpstream(row('mips64el'), null).upstream.source).toContain('20240903-mips-rust-v1-0');
  });
});

describe("by a source's own Kconfig", () => {
  it.each([
    ['arm', 'yes', ['CPU_LITTLE_ENDIAN && CPU_32v7 && !KASAN']],
    ['arm64', 'yes', ['RUSTC_SUPPORTS_ARM64', 'RUSTC_SUPPORTS_ARM64 depends on CPU_LITTLE_ENDIAN']],
    ['riscv64', 'yes', ['RUSTC_SUPPORTS_RISCV && CC_IS_CLANG', 'RUSTC_SUPPORTS_RISCV depends on 64BIT']],
    ['riscv32', 'no', []],
    ['ppc64le', 'yes', []],
    ['ppc64', 'no', []],
    ['ppc32', 'yes', []],
    ['x86_64', 'yes', []],
    ['i386', 'no', []],
    ['um', 'yes', []],
    ['mips64el', 'no', []],
  ])('%s: %s', (name, shown, conditions) => {
    const { upstream, cell } = judgeUpstream(row(name), haveRust);
    expect(cell).toMatchObject({ status: shown, shown, reason: expect.stringContaining('of 7.3.4 in /usr/src/linux') });
    expect(upstream).toMatchObject({ conditions, kernel: { release: '7.3.4', dir: '/usr/src/linux' } });
  });

  it('names what was found, and what was not enough', () => {
    expect(judgeUpstream(row('ppc64'), haveRust).cell.reason).toContain(
      'has only "select HAVE_RUST if PPC32" and "select HAVE_RUST if PPC64 && CPU_LITTLE_ENDIAN"',
    );
    expect(judgeUpstream(row('mips'), haveRust).cell.reason).toContain('selects no HAVE_RUST');
  });

  it('goes before the tables, which speak for what it does not have', () => {
    const brought = { ...haveRust, selects: [...haveRust.selects, { srcarch: 'mips', condition: null }] };
    expect(judgeUpstream(row('mips64el'), brought).cell.status).toBe('yes');
    expect(judgeUpstream(row('s390x'), haveRust).cell.shown).toBe('7.2+');
  });
});
