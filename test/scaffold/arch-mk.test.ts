import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { brokenConditions } from '../../src/judge/tree/config-conditions.ts';
import { architectures } from '../../src/knowledge/architectures/architectures.ts';
import { writeScripts } from '../explain/scripts.ts';
import { needPrograms } from '../programs.ts';
import { temporaryFolder } from '../write/folders.ts';

// What the freestanding flavour makes of a kernel's configuration before anything is compiled.

needPrograms('make');

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  writeScripts(folder, 'freestanding');
  mkdirSync(join(folder, 'kbuild'));
  mkdirSync(join(folder, 'library/core/src'), { recursive: true });
  writeFileSync(join(folder, 'library/core/src/lib.rs'), '');
  const build =
    'include auto.conf\ninclude $(src)/scripts/rust.mk\n.DEFAULT_GOAL := told\ntold: ; @echo $(rust-target) $(rust-arch-flags)\n';
  writeFileSync(join(folder, 'kbuild/Makefile.build'), build);
});

/** Kbuild as far as it reads the module's settings, for a kernel with these symbols set. */
function read(srcarch: string, symbols: string[], rustc = '1.97.1') {
  writeFileSync(join(folder, 'auto.conf'), symbols.map((symbol) => `CONFIG_${symbol}=y\n`).join(''));
  writeFileSync(join(folder, 'rustc'), `#!/bin/sh\necho 'rustc ${rustc} (0123 2026-01-01)'\n`, { mode: 0o755 });
  const settings = [`SRCARCH=${srcarch}`, 'src=.', 'obj=.', `RUSTC=${folder}/rustc`, `RUST_LIB_SRC=${folder}/library`];
  const { status, stdout, stderr } = spawnSync('make', ['-f', 'kbuild/Makefile.build', ...settings], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout: stdout.trim(), stderr };
}

/** Whether the probe, too, takes such a kernel, however old, for one of an architecture that freestanding modules are made for. */
function judgedFit(srcarch: string, symbols: string[]): boolean {
  const config = Object.fromEntries([srcarch.toUpperCase(), ...symbols].map((symbol) => [`CONFIG_${symbol}`, 'y']));
  return architectures
    .filter((row) => row.srcarch === srcarch && config[row.config] === 'y')
    .some(({ freestanding }) => brokenConditions(freestanding.conditions, '5.10.251', config).length === 0);
}

describe('kernels that modules are built for', () => {
  it.each([
    ['x86', ['X86_64'], 'x86_64-unknown-none'],
    ['x86', ['X86_32'], 'i586-unknown-linux-gnu'],
    ['arm64', [], 'aarch64-unknown-none-softfloat'],
    ['arm', ['CPU_32v7'], 'armv7-unknown-linux-gnueabi'],
    ['riscv', ['64BIT', 'RISCV_ISA_C'], 'riscv64imac-unknown-none-elf'],
    ['powerpc', ['PPC64', 'CPU_LITTLE_ENDIAN'], 'powerpc64le-unknown-linux-gnu'],
    ['s390', ['64BIT', 'CPU_BIG_ENDIAN'], 's390x-unknown-none-softfloat'],
    ['mips', ['64BIT', 'CPU_LITTLE_ENDIAN', 'CPU_MIPSR2'], 'mips64el-unknown-linux-gnuabi64'],
    ['loongarch', ['64BIT'], 'loongarch64-unknown-none-softfloat'],
  ])('SRCARCH=%s with %j', (srcarch, symbols, target) => {
    const { status, stdout, stderr } = read(srcarch, symbols);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout.split(' ')[0]).toBe(target);
    expect(judgedFit(srcarch, symbols)).toBe(true);
  });
});

describe('kernels that they cannot be built for', () => {
  it.each([
    ['arm', [], 'only those for ARMv7 will do'],
    ['arm', ['CPU_32v7', 'CPU_BIG_ENDIAN'], 'a big-endian kernel of 32-bit ARM'],
    ['arm', ['CPU_32v7', 'THUMB2_KERNEL'], 'a kernel in Thumb-2 code (CONFIG_THUMB2_KERNEL)'],
    ['arm64', ['CPU_BIG_ENDIAN'], 'big-endian arm64'],
    ['riscv', ['RISCV_ISA_C'], 'KDIR must be a riscv64 kernel tree'],
    ['riscv', ['64BIT'], 'without compressed instructions (CONFIG_RISCV_ISA_C)'],
    ['riscv', ['64BIT', 'RISCV_ISA_C', 'SHADOW_CALL_STACK'], 'with CONFIG_SHADOW_CALL_STACK'],
    ['powerpc', ['PPC64', 'CPU_BIG_ENDIAN'], 'only those for little-endian 64-bit ones will do'],
    ['powerpc', ['PPC32'], 'only those for little-endian 64-bit ones will do'],
    ['s390', ['64BIT', 'EXPOLINE'], 'an s390x kernel with CONFIG_EXPOLINE'],
    ['mips', ['64BIT', 'CPU_BIG_ENDIAN', 'CPU_MIPSR2'], 'little-endian 64-bit release 2 processors'],
    ['mips', ['32BIT', 'CPU_LITTLE_ENDIAN', 'CPU_MIPSR2'], 'little-endian 64-bit release 2 processors'],
    ['mips', ['64BIT', 'CPU_LITTLE_ENDIAN', 'CPU_MIPSR6'], 'little-endian 64-bit release 2 processors'],
    ['loongarch', ['32BIT'], 'KDIR must be a loongarch64 kernel tree'],
    ['sparc', ['64BIT'], 'the architecture sparc yet: that takes a new scripts/arch/sparc.mk'],
  ])('SRCARCH=%s with %j', (srcarch, symbols, words) => {
    const { status, stdout, stderr } = read(srcarch, symbols);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^\S+:\d+: \*\*\* This module cannot be built for [^\n]*\. {2}Stop\.\n$/);
    expect(stderr).toContain(words);
    expect(judgedFit(srcarch, symbols)).toBe(false);
  });

  it('s390x with a rustc that cannot lay out its stack', () => {
    const { status, stderr } = read('s390', ['64BIT'], '1.95.0');
    expect(status).toBe(2);
    expect(stderr).toContain('rustc is rustc 1.95.0, and s390x needs 1.96.0 or later');
  });
});

describe('what a configuration asks of the compiler', () => {
  it.each([
    ['arm64', ['ARM64_PTR_AUTH_KERNEL'], '-Zbranch-protection=pac-ret'],
    ['arm64', ['ARM64_PTR_AUTH_KERNEL', 'ARM64_BTI_KERNEL'], '-Zbranch-protection=bti,pac-ret'],
    ['arm64', ['SHADOW_CALL_STACK'], '-Zfixed-x18 -Zsanitizer=shadow-call-stack'],
    [
      'arm64',
      ['ARM64_PTR_AUTH_KERNEL', 'SHADOW_CALL_STACK', 'DYNAMIC_SCS', 'UNWIND_PATCH_PAC_INTO_SCS'],
      '-Zbranch-protection=pac-ret -Zfixed-x18 -Cforce-unwind-tables=y -Zuse-sync-unwind=n -Zllvm_module_flag=uwtable:u32:2:max',
    ],
    [
      'x86',
      ['X86_64', 'MITIGATION_RETPOLINE', 'MITIGATION_RETHUNK'],
      '-Zretpoline-external-thunk=y -Zindirect-branch-cs-prefix=y -Zfunction-return=thunk-extern',
    ],
    [
      'x86',
      ['X86_64', 'RETHUNK', 'X86_KERNEL_IBT'],
      '-Zfunction-return=thunk-extern -Zcf-protection=branch -Cjump-tables=n',
    ],
  ])('SRCARCH=%s with %j', (srcarch, symbols, flags) => {
    const { stdout, stderr } = read(srcarch, symbols);
    expect(stderr).toBe('');
    expect(`${stdout.replace(/ +/g, ' ')} `).toContain(` ${flags} `);
  });
});
