import type { Distribution } from './distribution.ts';
import { plainNames, plainPreparation } from './plain-names.ts';

/**
 * Sources: the kernel's Documentation/rust/quick-start.rst (7.3) for Rust's packages; the PKGBUILD of `linux` for
 * `linux-headers`, which holds the Rust metadata of a kernel built with CONFIG_RUST. Whether that is so has changed more
 * than once. The other names were not looked up: archlinux.org/packages has them.
 */
export const arch: readonly Distribution[] = [
  {
    ...plainNames,
    id: 'arch',
    versionId: null,
    title: 'Arch Linux',
    manager: 'pacman',
    clang: ['clang', 'lld', 'llvm'],
    pahole: 'pahole',
    bindgen: 'rust-bindgen',
    busybox: 'busybox',
    rust: { packages: ['rust', 'rust-src'], rustc: '/usr/bin/rustc', line: null },
    preparation: {
      ...plainPreparation,
      libdw: 'libelf',
      libelf: 'libelf',
      libssl: 'openssl',
      python3: 'python',
      zlib: 'zlib',
    },
    ownHeaders: (release) => [`linux${/-(lts|zen|hardened|rt)$/.exec(release)?.[0] ?? ''}-headers`],
    headers: { x86_64: 'linux-headers' },
    qemu: { x86_64: 'qemu-system-x86' },
    versions: {},
    kernel: { line: null, rust: null, compiler: 'gcc' },
  },
];
