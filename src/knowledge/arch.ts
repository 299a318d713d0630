import { type Distribution, noKernels } from './distribution.ts';

/**
 * Sources: the kernel's Documentation/rust/quick-start.rst (7.3) for Rust's packages; the PKGBUILD of `linux` for
 * `linux-headers`, which holds the Rust metadata of a kernel built with CONFIG_RUST. Whether that is so has changed more
 * than once. The other names were not looked up: archlinux.org/packages has them.
 */
export const arch: readonly Distribution[] = [
  {
    id: 'arch',
    versionId: null,
    title: 'Arch Linux',
    manager: 'pacman',
    make: 'make',
    binutils: 'binutils',
    compiler: 'gcc',
    gcc: 'gcc',
    clang: ['clang', 'lld', 'llvm'],
    lld: 'lld',
    pahole: 'pahole',
    bindgen: 'rust-bindgen',
    busybox: 'busybox',
    rust: { packages: ['rust', 'rust-src'], rustc: '/usr/bin/rustc', line: null },
    preparation: {
      awk: 'gawk',
      bc: 'bc',
      bison: 'bison',
      flex: 'flex',
      libdw: 'libelf',
      libelf: 'libelf',
      libssl: 'openssl',
      python3: 'python',
      xargs: 'findutils',
      zlib: 'zlib',
    },
    headers: { x86_64: 'linux-headers' },
    qemu: { x86_64: 'qemu-system-x86' },
    metadata: null,
    conflicts: {},
    versions: {},
    kernel: { line: null, rust: null, compiler: 'gcc' },
    pinsCompiler: false,
    ownKernels: noKernels,
  },
];
