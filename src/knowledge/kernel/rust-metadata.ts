export interface RustMetadata {
  /** The first kernel these hold for. */
  from: string;
  /** Files below `rust/` of the kernel tree. */
  rmeta: readonly string[];
  so: readonly string[];
}

const first = ['bindings', 'build_error', 'compiler_builtins', 'core', 'kernel'];

/**
 * What rustc opens below a kernel tree's `rust/` while it builds a module, oldest first. Others may lie beside them.
 * Source: `rust/Makefile` of 6.1 and 6.12, strace of module builds on 6.12 and 7.3, the headers of Armbian's 6.18.
 * Where a crate came in between two of those, its row begins with the later one: an absent file that was not needed yet
 * must not be missed. The kernel's own `alloc` was dropped in 6.10; `ffi` came with 6.13 and with late 6.12.y, together
 * with the allocators of 6.12.19.
 */
export const rustMetadata: readonly RustMetadata[] = [
  { from: '6.1', rmeta: [...first, 'alloc'].map(rmeta), so: ['libmacros.so'] },
  { from: '6.10', rmeta: first.map(rmeta), so: ['libmacros.so'] },
  { from: '6.12.19', rmeta: [...first, 'ffi', 'uapi'].map(rmeta), so: ['libmacros.so'] },
  {
    from: '6.18',
    rmeta: [...first, 'ffi', 'pin_init', 'uapi'].map(rmeta),
    so: ['libmacros.so', 'libpin_init_internal.so'],
  },
  {
    from: '7.2',
    rmeta: [...first, 'ffi', 'pin_init', 'uapi', 'zerocopy'].map(rmeta),
    so: ['libmacros.so', 'libpin_init_internal.so', 'libzerocopy_derive.so'],
  },
];

function rmeta(crate: string): string {
  return `lib${crate}.rmeta`;
}

/** The target that rustc calls a specification file by, from the file's name, `target.json`. */
export const specifiedTarget = 'target';

/**
 * The rustc targets that kernels are compiled for, by SRCARCH: a specification file made by the kernel's build,
 * or targets built into rustc, which changed between kernels. Source: `arch/<SRCARCH>/Makefile` of 6.12, 7.2 and 7.3; for um arch/x86/Makefile.um of 7.3.
 */
export const kernelTargets: Readonly<Record<string, readonly string[]>> = {
  x86: [specifiedTarget],
  um: [specifiedTarget],
  arm64: ['aarch64-unknown-none-softfloat', 'aarch64-unknown-none'],
  arm: ['arm-unknown-linux-gnueabi'],
  riscv: ['riscv64imac-unknown-none-elf'],
  loongarch: ['loongarch64-unknown-none-softfloat', 'loongarch64-unknown-none'],
  s390: ['s390x-unknown-none-softfloat'],
  powerpc: ['powerpc64le-unknown-linux-gnu', 'powerpc-unknown-linux-gnu'],
};
