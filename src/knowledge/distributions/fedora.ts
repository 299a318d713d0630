import type { Distribution } from './distribution.ts';
import { plainNames, plainPreparation } from './plain-names.ts';

/**
 * All supported releases get new versions of Rust and of the kernel, so that one row serves them.
 * Source: the kernel's Documentation/rust/quick-start.rst (7.3) for Rust's packages. Public install scripts name
 * `kernel-devel-matched`, which brings the kernel of the very release of its headers, and with that the link
 * `/lib/modules/RELEASE/build`. The other names were not looked up: packages.fedoraproject.org has them.
 */
export const fedora: readonly Distribution[] = [
  {
    ...plainNames,
    id: 'fedora',
    versionId: null,
    title: 'Fedora',
    manager: 'dnf',
    clang: ['clang', 'lld', 'llvm'],
    pahole: 'dwarves',
    bindgen: 'bindgen-cli',
    busybox: 'busybox',
    staticLibc: 'glibc-static',
    rust: { packages: ['rust', 'rust-src'], rustc: '/usr/bin/rustc', line: null },
    preparation: {
      ...plainPreparation,
      libdw: 'elfutils-devel',
      libelf: 'elfutils-libelf-devel',
      libssl: 'openssl-devel',
      python3: 'python3',
      zlib: 'zlib-devel',
    },
    ownHeaders: (release) => [`kernel-devel-${release}`],
    headers: { x86_64: 'kernel-devel-matched', arm64: 'kernel-devel-matched' },
    qemu: { x86_64: 'qemu-system-x86' },
    versions: {},
    kernel: { line: null, rust: true, compiler: 'gcc' },
  },
];
