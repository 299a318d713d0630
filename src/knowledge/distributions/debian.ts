import type { Distribution } from './distribution.ts';
import { dpkgTools } from './dpkg-tools.ts';

/** Names that Debian's releases share. Kernel flavours as in the names of the `linux-headers-*` packages. */
const common = {
  id: 'debian',
  manager: 'apt',
  ...dpkgTools,
  bindgen: 'bindgen',
  metadata: null,
  kdir: { source: 'linux-source-', packages: ['libc6-dev', 'xz-utils'] },
  pinsCompiler: true,
  ownKernels: /^\d+\.\d+[\w.+~-]*-(?:amd64|686-pae|arm64|armmp|powerpc64le|s390x|riscv64|loong64|5kc-malta)$/,
} satisfies Partial<Distribution>;

const headers = {
  x86_64: 'linux-headers-amd64',
  arm64: 'linux-headers-arm64',
  arm: 'linux-headers-armmp',
  ppc64le: 'linux-headers-powerpc64le',
  s390x: 'linux-headers-s390x',
};

const qemu = {
  x86_64: 'qemu-system-x86',
  arm64: 'qemu-system-arm',
  arm: 'qemu-system-arm',
  ppc64le: 'qemu-system-ppc',
};

/** The architectures that every release has kernels of, beside amd64's. */
const everywhere = ['arm64', 'arm', 'ppc64le', 's390x'];

/**
 * Source: `apt-cache show` of the packages on an up-to-date system of that release, for other architectures with apt's
 * lists of those, and the `.config` and `.kernelvariables` of its `linux-headers-amd64`. Debian's kernels carry no Rust metadata in any release.
 */
export const debian: readonly Distribution[] = [
  {
    ...common,
    versionId: '12',
    title: 'Debian 12',
    compiler: 'gcc-12',
    // The release's own `rustc` is 1.63, below the floor; `rustc-web` follows Firefox and Chromium through security updates.
    rust: {
      packages: ['rustc-web', 'rust-web-src'],
      rustc: '/usr/bin/rustc',
      line: 'rustc 1.96.0 (ac68faa20 2026-05-25) (built from a source tarball)',
    },
    headers: { ...headers, i386: 'linux-headers-686-pae', mips64el: 'linux-headers-5kc-malta' },
    qemu: { ...qemu, i386: 'qemu-system-x86', s390x: 'qemu-system-misc', mips64el: 'qemu-system-mips' },
    foreign: { on: ['x86_64'], architectures: [...everywhere, 'i386', 'mips64el'], firmware: {} },
    conflicts: {
      'rustc-web': ['rustc', 'rustc-mozilla', 'rustup'],
      'rust-web-src': ['rust-src', 'rust-mozilla-src', 'rustup'],
      'busybox-static': ['busybox'],
      make: ['make-guile'],
    },
    versions: { bindgen: '0.60.1', clang: '14.0.6', pahole: '1.24', 'rustc-web': '1.96.0' },
    kernel: { line: '6.1', rust: false, compiler: 'gcc-12' },
  },
  {
    ...common,
    versionId: '13',
    title: 'Debian 13',
    compiler: 'gcc-14',
    rust: {
      packages: ['rustc', 'rust-src'],
      rustc: '/usr/bin/rustc',
      line: 'rustc 1.85.1 (4eb161250 2025-03-15) (built from a source tarball)',
    },
    headers: { ...headers, riscv64: 'linux-headers-riscv64' },
    qemu: { ...qemu, s390x: 'qemu-system-s390x', riscv64: 'qemu-system-riscv' },
    foreign: { on: ['x86_64'], architectures: [...everywhere, 'riscv64'], firmware: {} },
    conflicts: {
      rustc: ['rustup'],
      'rust-src': ['rustup'],
      'busybox-static': ['busybox'],
      make: ['make-guile'],
    },
    versions: { bindgen: '0.71.1', clang: '19.1.7', pahole: '1.30', rustc: '1.85.1' },
    kernel: { line: '6.12', rust: false, compiler: 'gcc-14' },
    // Built with the rustc, the bindgen and the GCC of the release itself (the .config of its headers).
    backports: {
      suite: 'trixie-backports',
      of: 'trixie',
      keyring: '/usr/share/keyrings/debian-archive-keyring.gpg',
      line: '7.3',
      compiler: 'gcc-14',
      architectures: ['x86_64'],
    },
  },
  {
    ...common,
    // Neither testing nor unstable has a VERSION_ID.
    versionId: '',
    title: 'Debian testing or unstable',
    compiler: 'gcc-16',
    rust: { packages: ['rustc', 'rust-src'], rustc: '/usr/bin/rustc', line: null },
    headers: { ...headers, riscv64: 'linux-headers-riscv64', loongarch64: 'linux-headers-loong64' },
    qemu: {
      ...qemu,
      s390x: 'qemu-system-s390x',
      riscv64: 'qemu-system-riscv',
      loongarch64: 'qemu-system-misc',
    },
    foreign: {
      on: ['x86_64'],
      architectures: [...everywhere, 'riscv64', 'loongarch64'],
      // Without it the kernel finds no ACPI tables, and dies.
      firmware: { loongarch64: 'qemu-efi-loongarch64' },
    },
    conflicts: {
      rustc: ['rustup'],
      'rust-src': ['rustup'],
      'busybox-static': ['busybox'],
      make: ['make-guile'],
    },
    versions: {},
    kernel: { line: '7.2', rust: true, withoutRust: ['ppc64le', 's390x', 'riscv64'], compiler: 'gcc-16' },
  },
];
