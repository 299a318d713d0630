export interface RustMetadata {
  /** The first kernel these hold for. */
  from: string;
  /** Files below `rust/` of the kernel tree. */
  rmeta: string[];
  so: string[];
}

/**
 * What rustc opens below a kernel tree's `rust/` while it builds a module, oldest first.
 * Source: `rust/Makefile` of 6.1, strace of module builds on 6.12 and 7.3; the kernel's own `alloc` was dropped in 6.10,
 * `ffi` came with 6.13 (and with late 6.12.y, where an absent one is not noticed here).
 */
export const rustMetadata: readonly RustMetadata[] = [
  {
    from: '6.1',
    rmeta: ['liballoc', 'libbindings', 'libbuild_error', 'libcompiler_builtins', 'libcore', 'libkernel'].map(rmeta),
    so: ['libmacros.so'],
  },
  {
    from: '6.10',
    rmeta: ['libbindings', 'libbuild_error', 'libcompiler_builtins', 'libcore', 'libkernel'].map(rmeta),
    so: ['libmacros.so'],
  },
  {
    from: '6.13',
    rmeta: ['libbindings', 'libbuild_error', 'libcompiler_builtins', 'libcore', 'libffi', 'libkernel', 'libuapi'].map(
      rmeta,
    ),
    so: ['libmacros.so'],
  },
  {
    from: '7.2',
    rmeta: [
      'libbindings',
      'libbuild_error',
      'libcompiler_builtins',
      'libcore',
      'libffi',
      'libkernel',
      'libpin_init',
      'libuapi',
      'libzerocopy',
    ].map(rmeta),
    so: ['libmacros.so', 'libpin_init_internal.so', 'libzerocopy_derive.so'],
  },
];

/** SRCARCHs whose rustc target is a file made by the kernel's build; the others use targets built into rustc. */
export const targetSpecArchitectures: readonly string[] = ['x86', 'um'];

function rmeta(crate: string): string {
  return `${crate}.rmeta`;
}
