import type { Distribution } from './distribution.ts';
import { plainNames } from './plain-names.ts';

/**
 * Source: the kernel's Documentation/rust/quick-start.rst (7.3) for Rust's packages. Public guides name busybox's flag.
 * The other categories and flags (LLVM moved to `llvm-core` and make to `dev-build` in 2024) were not looked up:
 * packages.gentoo.org has them.
 */
export const gentoo: readonly Distribution[] = [
  {
    ...plainNames,
    id: 'gentoo',
    versionId: null,
    title: 'Gentoo',
    manager: 'emerge',
    make: 'dev-build/make',
    binutils: 'sys-devel/binutils',
    gcc: 'sys-devel/gcc',
    clang: ['llvm-core/clang', 'llvm-core/lld', 'llvm-core/llvm'],
    lld: 'llvm-core/lld',
    pahole: 'dev-util/pahole',
    bindgen: 'dev-util/bindgen',
    busybox: 'sys-apps/busybox',
    rust: { packages: ['dev-lang/rust', 'dev-lang/rust'], rustc: '/usr/bin/rustc', line: null },
    preparation: {
      awk: 'sys-apps/gawk',
      bc: 'sys-devel/bc',
      bison: 'sys-devel/bison',
      flex: 'sys-devel/flex',
      libdw: 'dev-libs/elfutils',
      libelf: 'dev-libs/elfutils',
      libssl: 'dev-libs/openssl',
      python3: 'dev-lang/python',
      xargs: 'sys-apps/findutils',
      zlib: 'sys-libs/zlib',
    },
    ownHeaders: () => [],
    headers: {},
    treeAdvice:
      'Build the kernel from its source on this machine and keep that: /lib/modules/RELEASE/build leads to it, or name it with --kdir.',
    qemu: { x86_64: 'app-emulation/qemu' },
    versions: {},
    useFlags: {
      'app-emulation/qemu': 'qemu_softmmu_targets_x86_64',
      'dev-lang/rust': 'rust-src',
      'sys-apps/busybox': 'static',
    },
    kernel: null,
  },
];
