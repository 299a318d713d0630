import { type Distribution, noKernels } from './distribution.ts';

/**
 * All supported releases get new versions of Rust and of the kernel, so that one row serves them.
 * Source: the kernel's Documentation/rust/quick-start.rst (7.3) for Rust's packages. Public install scripts name
 * `kernel-devel-matched`, which brings the kernel of the very release of its headers, and with that the link
 * `/lib/modules/RELEASE/build`. The other names were not looked up: packages.fedoraproject.org has them.
 */
export const fedora: readonly Distribution[] = [
  {
    id: 'fedora',
    versionId: null,
    title: 'Fedora',
    manager: 'dnf',
    make: 'make',
    binutils: 'binutils',
    compiler: 'gcc',
    gcc: 'gcc',
    clang: ['clang', 'lld', 'llvm'],
    lld: 'lld',
    pahole: 'dwarves',
    bindgen: 'bindgen-cli',
    busybox: 'busybox',
    rust: { packages: ['rust', 'rust-src'], rustc: '/usr/bin/rustc', line: null },
    preparation: {
      awk: 'gawk',
      bc: 'bc',
      bison: 'bison',
      flex: 'flex',
      libdw: 'elfutils-devel',
      libelf: 'elfutils-libelf-devel',
      libssl: 'openssl-devel',
      python3: 'python3',
      xargs: 'findutils',
      zlib: 'zlib-devel',
    },
    headers: { x86_64: 'kernel-devel-matched', arm64: 'kernel-devel-matched' },
    qemu: { x86_64: 'qemu-system-x86' },
    metadata: null,
    conflicts: {},
    versions: {},
    kernel: { line: null, rust: true, compiler: 'gcc' },
    pinsCompiler: false,
    ownKernels: noKernels,
  },
];
