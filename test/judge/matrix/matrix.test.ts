import { expect, it } from 'vitest';
import { architectures } from '../../../src/knowledge/architectures/architectures.ts';
import { facts, host, rustc, tool, tree } from '../facts.ts';
import { assess } from '../judging.ts';
import { line, matrix, matrixFacts } from '../matrix-facts.ts';

it('gives the verdicts that a report on one architecture alone gives', () => {
  const names = architectures.map(({ name }) => name);
  const lines = matrix(names);
  expect(lines.map(({ arch }) => arch)).toEqual(names);
  for (const { arch, supported, verdicts } of lines) {
    expect(supported).toBe(true);
    expect(verdicts, arch).toEqual(assess(facts(), arch).verdicts);
  }
});

it('lets the table alone decide whether an architecture is refused', () => {
  const arm64 = architectures.find(({ name }) => name === 'arm64');
  if (!arm64) throw new Error('no arm64');
  const { CONFIG_X86_64: _, ...others } = tree().config;
  const observed = facts({
    kernels: [{ ...tree(), config: { ...others, CONFIG_ARM64: 'y' } }],
    qemu: tool('/usr/bin/qemu-system-aarch64', '7.2.22'),
  });
  const before = [...arm64.proven];
  try {
    arm64.proven = [];
    expect(line('arm64', {}, observed).verdicts.freestanding).toMatchObject({
      status: 'blocked',
      because: ['host.architecture'],
    });
    arm64.proven = ['freestanding'];
    expect(line('arm64', {}, observed).verdicts.freestanding.because).not.toContain('host.architecture');
    expect(line('arm64', {}, observed).verdicts['rust-for-linux'].because).toContain('host.architecture');
  } finally {
    arm64.proven = before;
  }
});

it('tells of LLVM in rustc, clang and llvm-config, and of the target', () => {
  const observed = facts({
    clang: { ...tool('/usr/bin/clang', '19.1.7'), targets: ['aarch64', 'x86-64'] },
    llvmConfigs: [{ ...tool('/usr/bin/llvm-config', '19.1.7'), targets: ['X86'] }],
  });
  expect(line('arm64', {}, observed).cells).toMatchObject({
    rustcLlvm: { status: 'yes', reason: 'the LLVM 22.1.8 in /usr/bin/rustc has the AArch64 back end' },
    clangLlvm: { status: 'yes', reason: 'clang 19.1.7 (/usr/bin/clang) has the aarch64 back end' },
    llvmConfigLlvm: { status: 'no', reason: 'llvm-config 19.1.7 (/usr/bin/llvm-config) has no AArch64 back end' },
    rustTarget: {
      status: 'yes',
      reason: 'rustc 1.96.0 (/usr/bin/rustc) has the target aarch64-unknown-none-softfloat',
    },
  });
  expect(line('csky').cells).toMatchObject({
    rustcLlvm: { status: 'no' },
    clangLlvm: { status: 'unknown', shown: '-', reason: 'clang is not installed' },
    rustTarget: { status: 'yes' },
  });
  expect(line('s390x').cells).toMatchObject({ rustcLlvm: { status: 'unknown' }, rustTarget: { status: 'no' } });
  expect(line('alpha').cells).toMatchObject({
    rustcLlvm: { status: 'no', reason: 'LLVM has no back end for alpha' },
    rustTarget: { reason: 'none of the 3 targets of rustc 1.96.0 (/usr/bin/rustc) is for alpha' },
  });
});

it('knows nothing of a rustc that is not there, and of tools that do not answer', () => {
  const observed = facts({
    rustcs: [rustc({ outcome: 'crash', version: null })],
    clang: { ...tool('/usr/bin/clang', '', { outcome: 'timeout', version: null }), targets: [] },
    gccs: [tool('/usr/bin/gcc', '', { outcome: 'crash', version: null, line: '' })],
  });
  expect(line('x86_64', {}, observed).cells).toMatchObject({
    rustcLlvm: { status: 'unknown', reason: 'there is no rustc that could be asked' },
    rustTarget: { status: 'unknown' },
    clangLlvm: { status: 'unknown', reason: 'clang (/usr/bin/clang) did not answer within 5 s' },
    compiler: { status: 'no', reason: 'gcc (/usr/bin/gcc) failed when asked for its version' },
  });
});

it('looks for the cross tools of an architecture, and for the own ones where they build for it', () => {
  expect(line('arm64', {}, facts({ ld: null })).cells).toMatchObject({
    compiler: { status: 'no', reason: 'aarch64-linux-gnu-gcc is not installed' },
    binutils: { status: 'no', reason: 'aarch64-linux-gnu-ld is not installed' },
  });
  const gcc = tool('/usr/bin/aarch64-linux-gnu-gcc-12', '12.2.0');
  const ld = tool('/usr/bin/aarch64-linux-gnu-ld', '2.40');
  expect(line('arm64', {}, facts({ gccs: [...facts().gccs, gcc], ld })).cells).toMatchObject({
    compiler: {
      status: 'yes',
      shown: '12.2',
      reason: 'aarch64-linux-gnu-gcc 12.2.0 (/usr/bin/aarch64-linux-gnu-gcc-12)',
    },
    binutils: { status: 'yes', shown: '2.40' },
  });
  const own = { environment: { CROSS_COMPILE: '/opt/a64-' }, gccs: [tool('/opt/a64-gcc', '14.1.0')] };
  expect(line('arm64', {}, facts(own)).cells.compiler).toMatchObject({ reason: '/opt/a64-gcc 14.1.0 (/opt/a64-gcc)' });
  const stray = facts({ environment: { CROSS_COMPILE: 'riscv64-linux-gnu-' } });
  expect(line('arm64', {}, stray).cells).toMatchObject({
    compiler: { status: 'no', reason: 'CROSS_COMPILE names the tools of riscv64' },
    binutils: { status: 'no', reason: 'CROSS_COMPILE names the tools of riscv64' },
  });
  expect(line('i386', {}, stray).cells.compiler.status).toBe('yes');
  expect(line('i386').cells.compiler).toMatchObject({ status: 'yes', reason: 'gcc 12.2.0 (/usr/bin/gcc)' });
  expect(line('um').cells.qemu).toMatchObject({ status: 'unknown', reason: expect.stringContaining('is a program') });
  expect(line('m68k').cells.compiler).toMatchObject({ status: 'unknown', shown: '-' });
});

it('gives architectures that nothing is built for a verdict made of facts', () => {
  const { supported, verdicts, remedy } = line('csky');
  expect([supported, remedy]).toEqual([false, null]);
  expect(verdicts.freestanding).toMatchObject({
    status: 'blocked',
    summary:
      'Nothing is set up, built or booted for csky by this version: the LLVM 22.1.8 in /usr/bin/rustc has no CSKY back end; no kernel up to 7.3 can have Rust on csky.',
  });
  expect(line('ppc32', { rustcs: [] }).verdicts.freestanding.summary).toBe(
    'Nothing is set up, built or booted for ppc32 by this version.',
  );
});

it('names one command where set-up helps, and nothing where nothing is missing', () => {
  const bare = facts({ kernels: [], qemu: null, busybox: null });
  expect(line('x86_64').remedy).toBeNull();
  expect(line('x86_64', {}, bare).remedy?.commands).toEqual(['kernel-rust-module setup']);
  const arch = facts({
    ...bare,
    host: host({ distribution: { id: 'arch', idLike: [], versionId: '', name: 'Arch' } }),
  });
  expect(line('x86_64', {}, arch).remedy?.commands.join()).toBe('kernel-rust-module setup');
  const gentoo = facts({
    make: null,
    host: host({ distribution: { id: 'gentoo', idLike: [], versionId: '', name: 'Gentoo' } }),
  });
  expect(line('x86_64', {}, gentoo).remedy?.commands.join()).not.toContain('kernel-rust-module setup');
});

it('refuses to speak of what was not looked at', () => {
  const seen = matrixFacts(['x86_64']);
  expect(() => matrix(['arm64'], { machines: seen.machines })).toThrow('arm64 was not looked at');
});
