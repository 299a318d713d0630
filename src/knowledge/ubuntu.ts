import type { Distribution } from './distribution.ts';

/**
 * Sources: the kernel's Documentation/rust/quick-start.rst (7.3) for Rust's packages, whose programs carry the version
 * in their names; launchpad bug 2015867 for `linux-lib-rust-RELEASE`, which puts the Rust metadata into the headers' folder.
 */
export const ubuntu: readonly Distribution[] = [
  {
    id: 'ubuntu',
    versionId: '24.04',
    title: 'Ubuntu 24.04',
    make: 'make',
    binutils: 'binutils',
    compiler: 'gcc-13',
    gcc: 'gcc',
    clang: ['clang', 'lld', 'llvm'],
    busybox: 'busybox-static',
    rust: {
      packages: ['rustc-1.85', 'rust-1.85-src'],
      rustc: '/usr/bin/rustc-1.85',
      version: '1.85.1',
      line: null,
    },
    headers: { x86_64: 'linux-headers-generic' },
    qemu: { x86_64: 'qemu-system-x86' },
    metadata: 'linux-lib-rust-',
    conflicts: { 'busybox-static': ['busybox'], make: ['make-guile'] },
    kernel: { line: '6.8', rust: true, compiler: 'gcc-13' },
    pinsCompiler: false,
    ownKernels: /^\d+\.\d+\.\d+-\d+-(generic|lowlatency)$/,
  },
];
