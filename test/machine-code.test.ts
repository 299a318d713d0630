import { describe, expect, it } from 'vitest';
import { architectures } from '../src/knowledge/architectures/architectures.ts';
import { type Configuration, codeComplaints, relocationComplaints } from './lab/machine-code.ts';

/** A function as objdump prints it. */
function routine(lines: string[]): string {
  const shown = lines.map((line, at) => `  ${(4 * at).toString(16)}:\t${line}`);
  return ['0000000000000000 <routine>:', ...shown, ''].join('\n');
}

const floating = 'touches floating-point or vector registers, which the kernel saves only for programs';

/** Lines of real objects, made at -O3 by the cross compilers from an addition of doubles, a copy and a sum of arrays, and their like. */
const badLines: [string, string[]][] = [
  ['x86_64', ['addsd  %xmm1,%xmm0', 'movdqu (%rsi),%xmm0', 'vzeroupper', 'fldl   0xc(%rsp)', 'emms', 'fxsave (%rdi)']],
  ['i386', ['fldl   0xc(%esp)', 'faddl  0x4(%esp)', 'fildl  0x8(%esp)', 'fstp   %st(0)', 'movq   %mm0,(%eax)']],
  [
    'arm64',
    ['fadd\td0, d0, d1', 'scvtf\ts1, w0', 'ldp\tq0, q1, [x1, #32]', 'add\tv17.4s, v17.4s, v28.4s', 'movi\tv0.2d, #0x0'],
  ],
  ['arm', ['vadd.f64\td0, d0, d1', 'vmov\ts15, r0', 'vld1.32\t{d16-d17}, [r1]', 'vmrs\tAPSR_nzcv, fpscr']],
  [
    'riscv64',
    ['fadd.d\tfa0,fa0,fa1', 'fcvt.s.w\tfa5,a0', 'fld\tfa5,0(a0)', 'vsetvli\ta5,a2,e8,m1,ta,ma', 'frflags\ta0'],
  ],
  [
    'ppc64le',
    [
      'fadd    f1,f1,f2',
      'mtfprd  f0,r4',
      'lxv     vs11,0(r4)',
      'vadduwm v1,v0,v1',
      'lfd     f0,0(r3)',
      'fadd 1, 1, 2',
      'lxv 0, 0(4)',
      'mffs    f0',
    ],
  ],
  ['s390x', ['adbr\t%f0,%f2', 'cefbr\t%f2,%r2', 'vl\t%v0,0(%r2)', 'ld\t%f0,160(%r15)']],
  ['mips64el', ['add.d\t$f0,$f12,$f13', 'dmtc1\ta1,$f0', 'ldc1\t$f0,0(a0)', 'cfc1\tt0,c1_fcsr', 'ld.w\t$w0,0(a0)']],
  [
    'loongarch64',
    [
      'fadd.d\t$fa0, $fa0, $fa1',
      'movgr2fr.w\t$fa1, $a0',
      'fld.d\t$ft0, $a0, 0',
      'vld\t$vr0, $a1, 0',
      'xvld\t$xr0, $a1, 0',
    ],
  ],
];

/** Lines of real modules, those that come nearest to the others. */
const goodLines: [string, string[]][] = [
  [
    'x86_64',
    [
      'endbr64',
      'rep stos %rax,%es:(%rdi)',
      'data16 data16 cs nopw 0x0(%rax,%rax,1)',
      'movnti %rax,(%rdi)',
      'prefetcht0 (%rdi)',
      'fs nop',
      'verw   0x0(%rip)        # 8 <routine+0x8>',
      'call   d0 <__x86_indirect_thunk_r8>',
      'cs jmp 1f0 <__x86_indirect_thunk_r11>',
      'jmp    5 <__x86_return_thunk>',
      'int3',
    ],
  ],
  [
    'i386',
    [
      'movl   $0x1,(%esp)',
      'lock cmpxchg8b (%esi)',
      'rep movsl %ds:(%esi),%es:(%edi)',
      'jmp    f0 <__x86_return_thunk>',
    ],
  ],
  [
    'arm64',
    [
      'paciasp',
      'b.eq\tf0 <shim_print+0xd0>  // b.none',
      'cbz\tw0, d8 <shim_print+0xb8>',
      'bl\td0 <_printk>',
      'add\tx0, x0, #0xd0',
      'dsb\tish',
      'mrs\tx0, s3_0_c4_c2_3',
      'brk\t#0x800',
    ],
  ],
  [
    'arm',
    [
      'push\t{fp, lr}',
      'bne\td0 <shim_print+0xd0>',
      'dmb\tish',
      '.word\t0x000000d0',
      'd0 00 00 00  \t.word\t0x000000d0',
      'mrs\tr0, SPSR',
    ],
  ],
  ['riscv64', ['fence\trw,rw', 'fence.i', 'amoadd.d.aqrl\ta0,a1,(a2)', 'jal\tf0 <.L6>', 'mv\ts0,a5']],
  [
    'ppc64le',
    [
      'bl      f1 <_printk>',
      'beq     cr7,f4 <routine+0xf4>',
      'stdu    r1,-32(r1)',
      'mtlr    r0',
      'isync',
      'xor     r3,r3,r4',
      'addi 3, 1, 32',
      'stwcx.  r5,0,r3',
    ],
  ],
  [
    's390x',
    [
      'lg\t%r1,160(%r15)',
      'stg\t%r2,0(%r3)',
      'nopr\t%r7',
      'brasl\t%r14,f0 <_printk>',
      'bcr\t0,%r7',
      'jgnop\tf0 <shim_alloc>',
    ],
  ],
  [
    'mips64el',
    ['ld\ts8,16(sp)', 'move\ts8,sp', 'beqz\ta2,f68 <rust_init+0x700>', 'lui\t$1, 0', 'mfc0\tv0,c0_status', 'sync'],
  ],
  [
    'loongarch64',
    ['st.d\t$fp, $sp, 0', 'addi.d\t$fp, $sp, 16', 'dbar\t0x14', 'xor\t$a0, $a0, $a1', 'bl\tf0 <_printk>'],
  ],
];

it.each(badLines)('names each instruction of %s that needs registers of programs', (architecture, lines) => {
  for (const line of lines) {
    const instruction = line.replace(/\s+/g, ' ');
    expect(codeComplaints(routine([line]), architecture, {})).toEqual([`routine ${floating}: ${instruction}`]);
  }
});

it.each(goodLines)('takes no integer instruction of %s for another, nor a target or datum', (architecture, lines) => {
  for (const line of lines) expect(codeComplaints(routine([line, 'nop']), architecture, {})).toEqual([]);
});

it('knows the code of each architecture that modules are built for', () => {
  const kernels = architectures.filter(({ qemu }) => qemu !== null).map(({ name }) => name);
  expect(badLines.map(([name]) => name).sort()).toEqual(kernels.sort());
  expect(goodLines.map(([name]) => name).sort()).toEqual(kernels.sort());
  expect(() => codeComplaints(routine(['nop']), 'vax', {})).toThrow('vax');
});

it('complains once a function and rule, by the first instruction', () => {
  const two = `${routine(['fadd\td0, d0, d1', 'fmul\td0, d0, d1'])}${routine(['ret']).replace('routine', 'other')}`;
  expect(codeComplaints(two, 'arm64', {})).toEqual([`routine ${floating}: fadd d0, d0, d1`]);
});

it('does not pass what was not disassembled at all', () => {
  expect(codeComplaints('hello.ko:     file format elf64-x86-64\n', 'x86_64', {})).toEqual([
    'no function was disassembled',
  ]);
  expect(relocationComplaints('hello.ko:     file format elf64-x86-64\n', 'x86_64')).toEqual([
    'no relocation was found',
  ]);
});

const thunks: Configuration = { CONFIG_RETPOLINE: 'y', CONFIG_RETHUNK: 'y' };
const newThunks: Configuration = { CONFIG_MITIGATION_RETPOLINE: 'y', CONFIG_MITIGATION_RETHUNK: 'y' };
const pac: Configuration = { CONFIG_ARM64_PTR_AUTH_KERNEL: 'y' };
const retpoline = 'branches indirectly without a retpoline';
const bareReturn = 'returns without a return thunk';
const unauthenticated = 'leaves by a return address from the stack that was not authenticated';
const shadow = 'uses x18, which points to the shadow stack';
const expoline = 'branches indirectly without an expoline';
const behind = 'has no int3 behind a return or an indirect jump';

/** What a kernel was configured with, what a function does, and what is said of it. */
const mitigations: [string, Configuration, string[], string[]][] = [
  ['x86_64', thunks, ['call   *%rax', 'jmp    5 <__x86_return_thunk>'], [`${retpoline}: call *%rax`]],
  ['x86_64', newThunks, ['notrack jmp *%rax'], [`${retpoline}: jmp *%rax`]],
  ['x86_64', newThunks, ['callq\t*8(%rax)', 'retq'], [`${retpoline}: callq *8(%rax)`, `${bareReturn}: retq`]],
  ['i386', thunks, ['call   *0x20(%esp)', 'ret'], [`${retpoline}: call *0x20(%esp)`, `${bareReturn}: ret`]],
  ['x86_64', thunks, ['call   0 <__x86_indirect_thunk_rax>', 'jmp    5 <__x86_return_thunk>'], []],
  ['x86_64', {}, ['call   *%rax', 'ret'], []],
  ['x86_64', { CONFIG_SLS: 'y' }, ['ret', 'int3', 'ret', 'nop'], [`${behind}: ret`]],
  ['x86_64', { CONFIG_MITIGATION_SLS: 'y' }, ['ret', 'int3', 'jmp    *%rax', 'int3'], []],
  ['arm64', pac, ['paciasp', 'ldp\tx29, x30, [sp], #16', 'autiasp', 'ret'], []],
  ['arm64', pac, ['hint\t#25', 'ldp\tx29, x30, [sp], #16', 'hint\t#29', 'ret'], []],
  ['arm64', pac, ['ldp\tx29, x30, [sp], #16', 'ret'], [`${unauthenticated}: ret`]],
  ['arm64', pac, ['ldr\tx30, [sp], #16', 'b\t17c0 <_printk>'], [`${unauthenticated}: b elsewhere`]],
  ['arm64', pac, ['ldp\tx30, x19, [sp, #16]', 'br\tx3'], [`${unauthenticated}: br x3`]],
  ['arm64', pac, ['ldp\tx29, x30, [sp], #16', 'autiasp', 'ret', 'mov\tw0, #0x1', 'ret'], []],
  ['arm64', pac, ['ldp\tx29, x30, [sp], #16', 'b\t8 <routine+0x8>', 'autiasp', 'ret'], []],
  ['arm64', {}, ['ldp\tx29, x30, [sp], #16', 'ret'], []],
  ['arm64', { CONFIG_SHADOW_CALL_STACK: 'y' }, ['mov\tx18, x0'], [`${shadow}: mov x18, x0`]],
  ['arm64', { CONFIG_SHADOW_CALL_STACK: 'y' }, ['str\tx30, [x18], #8', 'ldr\tx30, [x18, #-8]!'], []],
  ['s390x', { CONFIG_EXPOLINE: 'y' }, ['basr\t%r14,%r1'], [`${expoline}: basr %r14,%r1`]],
  ['s390x', { CONFIG_EXPOLINE: 'y' }, ['br\t%r14'], [`${expoline}: br %r14`]],
  ['s390x', { CONFIG_EXPOLINE: 'y' }, ['nopr\t%r7', 'bcr\t0, %r7', 'basr\t%r13,%r0', 'brasl\t%r14,f0 <_printk>'], []],
  ['s390x', {}, ['br\t%r14'], []],
];

it.each(mitigations)('%s with %o: %j', (architecture, configuration, lines, said) => {
  const found = codeComplaints(routine(lines), architecture, configuration);
  expect(found).toEqual(said.map((complaint) => `routine ${complaint}`));
});

describe('relocations', () => {
  const listed = (type: string) =>
    `RELOCATION RECORDS FOR [.text]:\nOFFSET           TYPE              VALUE\n0000000000000047 ${type}  counter\n`;

  it.each([
    ['x86_64', 'R_X86_64_REX_GOTPCRELX'],
    ['x86_64', 'R_X86_64_GOTPCREL'],
    ['i386', 'R_386_GOT32X'],
    ['arm64', 'R_AARCH64_ADR_GOT_PAGE'],
    ['arm', 'R_ARM_GOT_BREL'],
    ['ppc64le', 'R_PPC64_GOT16_DS'],
    ['mips64el', 'R_MIPS_GOT_DISP'],
    ['mips64el', 'R_MIPS_CALL16'],
    ['riscv64', 'R_RISCV_TLS_GOT_HI20'],
    ['loongarch64', 'R_LARCH_GOT64_PC_HI12'],
  ])('of %s: the loader does not take %s', (architecture, type) => {
    expect(relocationComplaints(listed(type), architecture)).toEqual([
      `counter is reached by a global offset table: ${type}`,
    ]);
  });

  it.each([
    ['s390x', 'R_390_GOTENT'],
    ['riscv64', 'R_RISCV_GOT_HI20'],
    ['loongarch64', 'R_LARCH_GOT_PC_HI20'],
    ['x86_64', 'R_X86_64_PLT32'],
    ['ppc64le', 'R_PPC64_TOC16_HA'],
  ])('of %s: the loader takes %s', (architecture, type) => {
    expect(relocationComplaints(listed(type), architecture)).toEqual([]);
  });
});
