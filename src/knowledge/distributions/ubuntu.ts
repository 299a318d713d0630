import type { Distribution } from './distribution.ts';
import { dpkgTools } from './dpkg-tools.ts';

/** Names that Ubuntu's releases share. */
const common = {
  id: 'ubuntu',
  manager: 'apt',
  ...dpkgTools,
  qemu: { x86_64: 'qemu-system-x86' },
  metadata: 'linux-lib-rust-',
  kdir: null,
  conflicts: { 'busybox-static': ['busybox'], make: ['make-guile'] },
  pinsCompiler: false,
  ownKernels: /^\d+\.\d+\.\d+-\d+-(generic|lowlatency)$/,
} satisfies Partial<Distribution>;

/** The newest of the versioned packages that the quick start names for 24.04 and older releases. */
const versionedRust = {
  packages: ['rustc-1.85', 'rust-1.85-src'],
  rustc: '/usr/bin/rustc-1.85',
  line: null,
} satisfies Distribution['rust'];

/**
 * Sources: the kernel's Documentation/rust/quick-start.rst (7.3) for Rust's packages, whose programs carry the version
 * in their names; it says too that 22.04 may have no bindgen-0.71, and that 26.04 needs RUST_LIB_SRC.
 * Launchpad bug 2015867 for `linux-lib-rust-RELEASE`, which puts the Rust metadata into the headers' folder.
 * Compilers and kernels of 22.04 and 26.04, and the versions of clang and pahole, were not looked up: packages.ubuntu.com has them.
 */
export const ubuntu: readonly Distribution[] = [
  {
    ...common,
    versionId: '22.04',
    title: 'Ubuntu 22.04',
    compiler: 'gcc-12',
    rust: versionedRust,
    // Its first kernel, 5.15, is older than any that modules of ours were loaded in; the later ones are built with a gcc-12 that their headers do not bring.
    headers: {},
    treeAdvice: 'Install linux-generic-hwe-22.04 with its headers and gcc-12, which built that kernel, and start it.',
    versions: { clang: '14.0.0', 'rustc-1.85': '1.85.1' },
    kernel: null,
  },
  {
    ...common,
    versionId: '24.04',
    title: 'Ubuntu 24.04',
    compiler: 'gcc-13',
    bindgen: 'bindgen-0.71',
    rust: versionedRust,
    headers: { x86_64: 'linux-headers-generic' },
    versions: { 'bindgen-0.71': '0.71.1', clang: '18.1.3', pahole: '1.25', 'rustc-1.85': '1.85.1' },
    kernel: { line: '6.8', rust: true, compiler: 'gcc-13' },
  },
  {
    ...common,
    versionId: '26.04',
    title: 'Ubuntu 26.04',
    compiler: 'gcc-15',
    bindgen: 'bindgen',
    rust: {
      packages: ['rustc', 'rust-src'],
      rustc: '/usr/bin/rustc',
      line: null,
      librarySource: "/usr/src/rustc-$(rustc --version | cut -d' ' -f2)/library",
    },
    headers: { x86_64: 'linux-headers-generic' },
    // At least these, since the quick start says that they suit 7.3.
    versions: { bindgen: '0.71.1', clang: '17.0.1', pahole: '1.26', rustc: '1.85.0' },
    kernel: { line: '7.0', rust: true, compiler: 'gcc-15' },
  },
];
