import { expect, it } from 'vitest';
import { kernelRustSupport } from '../../../../src/judge/checks/kernel/rust-support.ts';
import { facts, host, tree } from '../../facts.ts';
import { judge } from '../../judging.ts';

function judgeOn(name: string, release: string, config: Record<string, string>) {
  return judge(kernelRustSupport, facts({ kernels: [{ ...tree({ release }), config }] }), name);
}

it('passes for a kernel that can have Rust, whether or not it has', () => {
  expect(judge(kernelRustSupport, facts())).toMatchObject({
    status: 'ok',
    found: 'the kernel 6.1.0-56-amd64 can have Rust on x86_64',
  });
});

it.each([
  ['i386', '7.3.4', { CONFIG_X86_32: 'y' }, 'no kernel up to 7.3 can have Rust on i386'],
  ['x86_64', '5.10.0-30-amd64', { CONFIG_X86_64: 'y' }, 'that came with 6.1'],
  ['arm64', '6.1.0-56-arm64', { CONFIG_ARM64: 'y' }, 'that came with 6.9'],
  ['arm64', '6.12.107', { CONFIG_ARM64: 'y' }, 'a big-endian configuration forbids it on arm64'],
  [
    'arm64',
    '6.12.107',
    { CONFIG_ARM64: 'y', CONFIG_CPU_LITTLE_ENDIAN: 'y', CONFIG_SHADOW_CALL_STACK: 'y', CONFIG_RUSTC_VERSION: '107900' },
    'CONFIG_SHADOW_CALL_STACK with a rustc before 1.82 forbids it',
  ],
  ['riscv64', '7.2.13', { CONFIG_RISCV: 'y', CONFIG_64BIT: 'y' }, 'GCC as its compiler forbids it on riscv64'],
  ['riscv64', '7.2.13', { CONFIG_RISCV: 'y', CONFIG_CC_IS_CLANG: 'y' }, 'a 32-bit configuration forbids it'],
  ['s390x', '7.2.13', { CONFIG_S390: 'y', CONFIG_EXPOLINE: 'y' }, 'CONFIG_EXPOLINE forbids it on s390x'],
  ['arm', '7.2.13', { CONFIG_ARM: 'y', CONFIG_CPU_LITTLE_ENDIAN: 'y' }, 'a processor other than ARMv7'],
  ['loongarch64', '7.2.13', { CONFIG_LOONGARCH: 'y', CONFIG_KASAN: 'y' }, 'CONFIG_KASAN forbids it on loongarch64'],
  ['ppc64le', '7.2.13', { CONFIG_PPC64: 'y' }, 'that came with 7.3'],
])('fails on %s %s with %o', (name, release, config: Record<string, string>, found) => {
  const finding = judgeOn(name, release, config);
  expect(finding).toMatchObject({ status: 'fail', goals: ['rust-for-linux'] });
  expect(finding.found).toContain(found);
  expect(finding.detail).toMatch(/^Rule: ./);
});

it('lets 1.80 do for a shadow call stack that is patched in at boot', () => {
  const patched = {
    CONFIG_ARM64: 'y',
    CONFIG_CPU_LITTLE_ENDIAN: 'y',
    CONFIG_SHADOW_CALL_STACK: 'y',
    CONFIG_UNWIND_PATCH_PAC_INTO_SCS: 'y',
    CONFIG_RUSTC_VERSION: '108000',
  };
  expect(judgeOn('arm64', '6.12.107', patched).status).toBe('ok');
});

it('believes a configuration that has HAVE_RUST before the table', () => {
  expect(judgeOn('arm64', '6.6.30', { CONFIG_ARM64: 'y', CONFIG_HAVE_RUST: 'y' }).status).toBe('ok');
});

it('judges the source apart from the kernel that modules are for', () => {
  const old = tree({ origin: 'named', state: 'unprepared', release: null, version: '5.10.1', config: {} });
  expect(judge(kernelRustSupport, facts({ kernels: [old] }), 'x86_64', ['kernel'])).toMatchObject({
    status: 'fail',
    goals: ['kernel'],
    found: 'the kernel 5.10.1 cannot have Rust on x86_64: that came with 6.1',
  });
  const installed = facts({ kernels: [tree({ release: '5.10.0-30-amd64' })] });
  expect(judge(kernelRustSupport, installed, 'x86_64', ['kernel']).goals).toEqual(['rust-for-linux']);
});

it('needs no kernel to refuse where none can have Rust', () => {
  const nothing = facts({ kernels: [], host: host({ distribution: null }) });
  expect(judge(kernelRustSupport, nothing, 'mips64el')).toMatchObject({
    status: 'fail',
    goals: ['rust-for-linux'],
    found: 'no kernel up to 7.3 can have Rust on mips64el: a patch of 2024 for it was not merged',
  });
});

it('has nothing to say where there is no kernel and none is to be prepared', () => {
  const nothing = facts({ kernels: [], host: host({ distribution: null }) });
  expect(judge(kernelRustSupport, nothing).status).toBe('skip');
});
